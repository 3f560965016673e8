// The echo bot of botbuilder's successor, the Microsoft 365 Agents SDK, on express.
const { CloudAdapter } = require("@microsoft/agents-hosting");
const express = require("express");

const adapter = new CloudAdapter();
const app = express();
app.use(express.json());
app.post("/api/messages", (request, response) =>
  adapter.process(request, response, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(`Echo: ${context.activity.text}`);
  }),
);
app.listen(Number(process.env.PORT), "127.0.0.1");

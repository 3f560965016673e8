// botbuilder's own bare echo bot, as its samples have it: CloudAdapter on restify, one line of text.
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require("botbuilder");
const restify = require("restify");

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request, response) => {
  await adapter.process(request, response, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(`Echo: ${context.activity.text}`);
  });
});
server.listen(process.env.PORT, "127.0.0.1");

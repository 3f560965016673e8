// The bot's registration, and its channel to Teams. m365agents.yml registers the managed identity,
// m365agents.local.yml a single-tenant app for a bot on one's own machine.

@minLength(2)
@maxLength(64)
param name string

@maxLength(42)
param displayName string

@description('Where Teams delivers messages: https://…/api/messages')
param endpoint string

@allowed(['UserAssignedMSI', 'SingleTenant'])
param appType string
param appId string
param tenantId string

@description('Resource id of the managed identity. Empty for a single-tenant app.')
param identityId string = ''

@description('F0 costs nothing and sets no limit on Teams, which is a standard channel.')
@allowed(['F0', 'S1'])
param sku string = 'F0'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppType: appType
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    // Nobody gets in but with a token of Entra ID.
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

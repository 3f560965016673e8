// For a bot on one's own machine, seen by the real Teams through a tunnel: a registration and nothing else.

@minLength(2)
@maxLength(64)
param name string

@description('The address of the tunnel, such as https://abc-3978.euw.devtunnels.ms')
param tunnel string
param appId string
param tenantId string

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    displayName: 'Region Guide (local)'
    endpoint: '${tunnel}/api/messages'
    appType: 'SingleTenant'
    appId: appId
    tenantId: tenantId
  }
}

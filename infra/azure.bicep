// Everything that Region Guide needs in one resource group: who it is, where it runs, its registration with Teams,
// where it keeps what a follow-up refers to, and what tells its people that something is wrong. Nothing here holds a
// secret: the bot proves who it is, to Teams and to the storage account, by its managed identity.

targetScope = 'resourceGroup'

@description('Begins the name of every resource. Letters and digits, since a storage account takes nothing else.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('What people see in Azure as the name of the bot.')
@maxLength(42)
param botDisplayName string = 'Region Guide'

@description('Where the resources lie. The registration itself is global.')
param location string = resourceGroup().location

@description('Size of the machine. Always On, which a bot needs, begins with B1.')
@allowed(['B1', 'B2', 'B3', 'S1', 'S2', 'S3', 'P0v3', 'P1v3', 'P2v3'])
param sku string = 'B1'

@description('How many of them. They share their state, so any number does.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('How the state is copied within the region. Standard_ZRS survives the loss of a zone, where the region has zones.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param stateSku string = 'Standard_LRS'

@description('Tenant ids with commas between them, or * for every tenant; own: only the tenant of the bot. Never empty: the toolkit takes that for missing.')
param allowedTenants string = 'own'

@description('Whom to ask when the bot does not know: an e-mail address or an https address, or none.')
param expertContact string = 'none'

@description('Whether the words of questions are logged, to find out what people miss.')
param logQuestions bool = false

@description('Who gets the alerts: an e-mail address. With none the alerts only show in the portal.')
param alertEmail string = 'none'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    resourceBaseName: resourceBaseName
    location: location
  }
}

module state 'state.bicep' = {
  name: 'state'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    sku: stateSku
    principalId: identity.properties.principalId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    sku: sku
    instances: instances
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    allowedTenants: allowedTenants == 'own' ? '' : allowedTenants
    expertContact: expertContact == 'none' ? '' : expertContact
    logQuestions: logQuestions
    stateUrl: state.outputs.blobEndpoint
    stateContainer: state.outputs.containerName
    insightsName: monitoring.outputs.insightsName
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    // A bot's name is taken once in all of Azure.
    name: '${resourceBaseName}-${uniqueString(resourceGroup().id)}'
    displayName: botDisplayName
    endpoint: 'https://${app.outputs.hostName}/api/messages'
    appType: 'UserAssignedMSI'
    appId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    identityId: identity.id
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    appId: app.outputs.id
    insightsName: monitoring.outputs.insightsName
    email: alertEmail == 'none' ? '' : alertEmail
  }
}

// Names as m365agents.yml and appPackage/manifest.json use them.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_DOMAIN string = app.outputs.hostName
output AZURE_APP_SERVICE_RESOURCE_ID string = app.outputs.id

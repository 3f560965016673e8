// Where the bot runs: App Service on Linux. It takes a folder and needs no registry, restarts what is not healthy, and
// has Always On, so that the first question of the morning is not the one that waits.

param resourceBaseName string
param location string
param sku string
param instances int

@description('Resource id of the managed identity that the bot is.')
param identityId string

@description('Its client id, which is the bot\'s app id.')
param clientId string
param tenantId string

param allowedTenants string
param expertContact string
param logQuestions bool

@description('The blob endpoint of the storage account for the state.')
param stateUrl string
param stateContainer string
param insightsName string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: '${resourceBaseName}-${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any instance answers any message.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      // m365agents.yml sends a folder that is built already. The platform runs this from a shell script, which would keep
      // its SIGTERM for itself: exec puts the bot in the shell's place, so that it hears of a stop and ends its turns.
      appCommandLine: 'exec node dist/index.js'
      // Standard output goes to the log stream and to files, which begin anew at so many megabytes.
      httpLoggingEnabled: true
      logsDirectorySizeLimit: 35
      alwaysOn: true
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      healthCheckPath: '/readyz'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    MicrosoftAppId: clientId
    MicrosoftAppType: 'UserAssignedMSI'
    MicrosoftAppTenantId: tenantId
    ALLOWED_TENANTS: allowedTenants
    EXPERT_CONTACT: expertContact
    LOG_LEVEL: 'info'
    LOG_QUESTIONS: string(logQuestions)
    STATE_STORAGE_URL: stateUrl
    STATE_CONTAINER: stateContainer
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    // For the platform: running turns may be finished (5 s would be its own), nothing is to be built there, and nobody
    // can change the files.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '20'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITE_RUN_FROM_PACKAGE: '1'
    // An instance that does not answer is out of the rotation, and the alert goes out, after three minutes, not ten.
    WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '3'
  }
}

// Deployments sign in with Entra ID; user names and passwords of the platform stay off.
resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswordForDeployments 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output id string = app.id
output hostName string = app.properties.defaultHostName

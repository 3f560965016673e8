// What somebody must hear of: the bot is down, it answers with errors, or its replies do not arrive.

param resourceBaseName string
param location string

@description('Resource id of the web app.')
param appId string
param insightsName string

@description('Who gets the alerts. Empty: they only show in the portal.')
param email string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${resourceBaseName}-people'
  location: 'global'
  properties: {
    groupShortName: 'RegionGuide'
    enabled: true
    emailReceivers: empty(email) ? [] : [{ name: 'team', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${resourceBaseName}-not-healthy'
  location: 'global'
  properties: {
    description: 'An instance does not answer /readyz with 200: it is down, or its state cannot be reached.'
    severity: 1
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'health'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          // Percent of the checks.
          threshold: 90
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource errors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${resourceBaseName}-errors'
  location: 'global'
  properties: {
    description: 'The bot answers Teams with 5xx: turns fail, or it cannot check tokens.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'errors'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// The bot answers Teams with 200 also where a reply did not arrive, so that nothing is delivered twice; only its own
// figures show that. skipQueryValidation: before the first turn there is no table to ask.
resource notSent 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = {
  name: '${resourceBaseName}-not-sent'
  location: location
  properties: {
    displayName: 'Region Guide: replies did not arrive'
    description: 'Teams took more than 5 replies in 15 minutes not, or not as far as is known.'
    severity: 2
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'customMetrics | where name == "region_guide.sends" and tostring(customDimensions["delivered"]) != "yes" | summarize failed = sum(valueCount)'
          timeAggregation: 'Total'
          metricMeasureColumn: 'failed'
          operator: 'GreaterThan'
          threshold: 5
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [people.id]
    }
  }
}

"""What was recorded as FHIR R4 resources, for a clinic's own server."""

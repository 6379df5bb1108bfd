"""The API door: `/api/v1`, OpenAPI 3.1, RFC 9457 problems, bearer tokens of named staff."""

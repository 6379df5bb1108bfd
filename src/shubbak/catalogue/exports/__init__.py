"""A definition in the formats that others read. Pure: from definitions to texts and bytes, no database."""

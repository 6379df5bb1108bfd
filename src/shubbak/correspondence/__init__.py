"""The registers of mail in and out: numbered, referred, answered within their time."""

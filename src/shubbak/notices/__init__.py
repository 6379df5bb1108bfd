"""What is told to people outside: SMS, e-mail, push and webhooks, each sent once by a job of the act that caused it."""

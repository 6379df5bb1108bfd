"""Processes: started, kept running, ended; and a database for as long as one needs it."""

"""Settings, root urls, wsgi, worker and the command line: the only floor that knows them all."""

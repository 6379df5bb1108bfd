"""Electronic payment gateways: one folder for each, none yet."""

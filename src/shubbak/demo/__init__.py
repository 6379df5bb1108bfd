"""The invented world: three governorates at work for ninety days, made by the real actions under a moved clock."""

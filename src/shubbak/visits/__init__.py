"""The hall: tickets, windows calling, appointments, and the stops of the vans."""

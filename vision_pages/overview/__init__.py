"""What editors see at a glance: the dashboard, the initiatives in time, what needs care."""

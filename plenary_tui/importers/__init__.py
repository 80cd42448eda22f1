"""Foreign files that become a record, and plans that begin one."""

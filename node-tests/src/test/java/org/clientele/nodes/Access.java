package org.clientele.nodes;

import org.clientele.access.Assignments;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Groups;
import org.clientele.access.Permissions;

/** The services about groups and permissions of a node. */
record Access(Groups groups, Permissions permissions, Assignments assignments, EffectivePermissions effective) {}

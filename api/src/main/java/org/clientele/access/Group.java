package org.clientele.access;

import org.clientele.Validity;

/**
 * A group: a part of what is served, such as a queue, in which people and customers have permissions.
 *
 * @param id stays the same when the group gets another name
 * @param name at most {@value Groups#LONGEST_NAME} characters; no other group has it in any case
 * @param comment perhaps empty, at most {@value Groups#LONGEST_COMMENT} characters
 * @param validity an invalid group gives nobody a permission
 * @param version changes with each change of the group
 */
public record Group(long id, String name, String comment, Validity validity, long version) {}

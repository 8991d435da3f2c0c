package org.clientele.access;

import java.util.List;
import org.clientele.CustomerUser;

/**
 * Somebody who has a permission in a group.
 *
 * @param customerUser the person
 * @param reasons why, at least one
 */
public record Member(CustomerUser customerUser, List<Reason> reasons) {

    public Member {
        reasons = List.copyOf(reasons);
    }
}

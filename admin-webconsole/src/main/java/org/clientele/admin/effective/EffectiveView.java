package org.clientele.admin.effective;

import java.util.List;

/**
 * What a customer user may do, ready to be shown.
 *
 * @param answer why there is nothing to show, empty if there is
 * @param away whether that is because somebody could not be asked
 * @param notices what is to be known about all of it
 * @param types the permission types
 * @param groups the groups in which he has permissions
 * @param customers the customers to whose matters he has access
 * @param groupsMatrix where his permissions are set
 * @param customersMatrix where customers are assigned to him
 */
public record EffectiveView(
        String answer,
        boolean away,
        List<String> notices,
        List<String> types,
        List<GroupLine> groups,
        List<CustomerLine> customers,
        List<Assigned> assigned,
        String groupsMatrix,
        String customersMatrix) {

    public EffectiveView {
        notices = List.copyOf(notices);
        types = List.copyOf(types);
        groups = List.copyOf(groups);
        customers = List.copyOf(customers);
        assigned = List.copyOf(assigned);
    }

    /**
     * A customer that was assigned.
     *
     * @param address where it is edited
     */
    public record Assigned(String id, String address) {}

    /**
     * A group.
     *
     * @param address where it is edited
     * @param types the types that he has
     * @param reasons why, in words
     */
    public record GroupLine(String name, String address, List<String> types, List<String> reasons) {
        public GroupLine {
            types = List.copyOf(types);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A customer.
     *
     * @param address where it is edited
     * @param direct whether he acts for it
     * @param groups the names of the groups through which he has access
     */
    public record CustomerLine(String id, String name, String address, boolean direct, List<String> groups) {
        public CustomerLine {
            groups = List.copyOf(groups);
        }
    }
}

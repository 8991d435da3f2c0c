package org.clientele.admin.group;

import java.util.List;

/**
 * Who has a permission in a group, ready to be shown.
 *
 * @param choices the permission types
 * @param type the chosen one
 * @param rows the members of this page
 * @param first the address of the first page, empty if this is it
 * @param next the address of the next page, empty at the end
 * @param notices what is missing in the list
 * @param emptiness why there are no rows, empty if there are some
 */
public record MembersView(
        List<TypeChoice> choices,
        String type,
        List<MemberRow> rows,
        String first,
        String next,
        List<String> notices,
        String emptiness) {

    public MembersView {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /**
     * A permission type.
     *
     * @param address where its members are shown
     */
    public record TypeChoice(String type, String address, boolean chosen) {}

    /**
     * A member.
     *
     * @param address where the customer user is edited
     * @param name the name for people, may be empty
     * @param reasons why he has the permission, in words
     */
    public record MemberRow(String login, String address, String name, List<String> reasons) {
        public MemberRow {
            reasons = List.copyOf(reasons);
        }
    }
}

package org.clientele.access;

/**
 * One permission in a group.
 *
 * @param context what it is about; a customer user's own permissions are always about {@link Context#SAME_CUSTOMER}
 * @param type a configured permission type, see {@link AccessRules#types}
 */
public record Permission(Context context, String type) {

    /** The type that implies every other. */
    public static final String ALL = "rw";

    /** In the default context. */
    public static Permission of(String type) {
        return new Permission(Context.SAME_CUSTOMER, type);
    }
}

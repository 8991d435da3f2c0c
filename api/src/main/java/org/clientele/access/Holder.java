package org.clientele.access;

/** Who has permissions. */
public sealed interface Holder {

    /** The login or the customer ID. */
    String id();

    /** A person. */
    record CustomerUser(String login) implements Holder {
        @Override
        public String id() {
            return login;
        }
    }

    /** A company, and through it the people who act for it. */
    record Customer(String customerId) implements Holder {
        @Override
        public String id() {
            return customerId;
        }
    }
}

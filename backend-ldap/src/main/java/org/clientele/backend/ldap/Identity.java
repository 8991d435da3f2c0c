package org.clientele.backend.ldap;

/** As whom a source signs in at its servers. */
sealed interface Identity {

    /** As nobody. */
    record Anonymous() implements Identity {}

    /** With a DN and its password. */
    record Simple(String dn, String password) implements Identity {
        @Override
        public String toString() {
            return "Simple[hidden]";
        }
    }

    /** As whom the server takes the client certificate for: SASL EXTERNAL. */
    record External() implements Identity {}
}

package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.Finding;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.clientele.field.Field;
import org.clientele.spi.SourceDescription;

/**
 * One configuration, read and checked.
 *
 * @param description what all back ends have in common
 * @param access where the directory answers, and to whom
 * @param base below which entry the customer users are
 * @param scope how deep
 * @param customerId the attribute with the customer ID
 * @param always decides which entries exist, empty for all
 * @param valid decides which of them are valid, empty for all
 * @param lock what else makes an entry invalid, empty for nothing
 * @param group whose members alone exist, empty for everybody
 * @param nativeIds where an identity that survives a rename is looked for, the first that an entry has
 * @param managerShown the attribute of a manager's entry that is shown instead of its DN, empty for the DN
 * @param findings what is wrong or odd
 */
record LdapSettings(
        SourceDescription description,
        Access access,
        Dn base,
        SearchScope scope,
        String customerId,
        Optional<ExprNode> always,
        Optional<ExprNode> valid,
        Optional<Lock> lock,
        Optional<Membership> group,
        List<String> nativeIds,
        Optional<String> managerShown,
        List<Finding> findings) {

    LdapSettings {
        nativeIds = List.copyOf(nativeIds);
        findings = List.copyOf(findings);
    }

    /** The attribute of a variable that the map has. */
    String storageOf(String variable) {
        return description
                .field(variable)
                .map(Field::storage)
                .orElseThrow(() -> new IllegalArgumentException("No field " + variable));
    }

    /** A value that tells that an account is closed. Unlike a filter it says nothing where a server has no such attribute. */
    record Lock(String attribute, String value) {}

    /**
     * Who is a member.
     *
     * @param dn of a group, or of an entry above groups
     * @param nesting what becomes of groups that are members
     */
    record Membership(Dn dn, Nesting nesting) {}

    /** What becomes of the members of a group that is itself a member. */
    enum Nesting {
        /** Nothing. */
        NONE,
        /** They are members; their groups are read one level after the other. */
        READ,
        /** They are members; the server follows the chain when it is asked by a rule of Active Directory. */
        CHAINED
    }

    /**
     * How to reach a directory.
     *
     * @param servers those that have it, not empty, the best first
     * @param identity as whom to bind
     * @param tls what counts where a server is reached with TLS
     * @param referrals to which other servers it may lead
     * @param charset of the values
     * @param timeout how long connecting, making sure of the other side and binding may take each
     * @param patience the same for a server behind which there is another one to be tried, not longer
     */
    record Access(
            List<Server> servers,
            Identity identity,
            TlsSettings tls,
            ReferralSettings referrals,
            ValueCharset charset,
            Duration timeout,
            Duration patience) {
        Access {
            servers = List.copyOf(servers);
        }

        /** The same, but at another server. */
        Access at(Server server) {
            return new Access(List.of(server), identity, tls, referrals, charset, timeout, timeout);
        }
    }

    /** Where a directory answers, and how it is reached. */
    record Server(String host, int port, Encryption encryption) {
        @Override
        public String toString() {
            return (encryption == Encryption.LDAPS ? "ldaps://" : "ldap://") + host + ":" + port;
        }
    }
}

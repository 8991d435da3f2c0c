package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.naming.ldap.LdapName;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;

/** The tree of a server in which an entry is, as the server says; asked for once. For any thread. */
final class NamingContext {
    private static final String ATTRIBUTE = "namingContexts";

    private final Dn entry;
    private volatile Optional<Dn> root = Optional.empty();

    NamingContext(Dn entry) {
        this.entry = entry;
    }

    /** The entry above all others of that tree. */
    Dn of(BoundConnection connection, Deadline deadline) throws SourceUnavailableException {
        if (root.isEmpty()) {
            root = Optional.of(ask(connection, deadline));
        }
        return root.get();
    }

    private Dn ask(BoundConnection connection, Deadline deadline) throws SourceUnavailableException {
        List<String> roots = new ArrayList<>();
        SearchRequest request = Exchange.request(
                Dn.EMPTY_DN, SearchScope.OBJECT, new PresenceNode("objectClass"), List.of(ATTRIBUTE), deadline);
        LdapResult result = Exchange.answer(
                        connection,
                        Exchange.send(connection, request),
                        deadline,
                        found -> roots.addAll(EntryReader.texts(found, ATTRIBUTE)))
                .getLdapResult();
        if (!connection.isConnected()) {
            throw Faults.dropped();
        }
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            throw Faults.of(result, ATTRIBUTE, connection);
        }
        Optional<LdapName> below = Members.name(entry.getName());
        return roots.stream()
                .filter(above -> Members.name(above)
                        .filter(name ->
                                below.filter(group -> group.startsWith(name)).isPresent())
                        .isPresent())
                .max(Comparator.comparingInt(String::length))
                .flatMap(NamingContext::name)
                .orElseThrow(() -> new SourceUnavailableException(
                        Reason.REQUEST,
                        "The directory server does not say in which tree groupDn is (namingContexts of its root entry), which"
                                + " nestedGroups needs"));
    }

    private static Optional<Dn> name(String text) {
        try {
            return Optional.of(new Dn(text));
        } catch (LdapInvalidDnException e) {
            return Optional.empty();
        }
    }
}

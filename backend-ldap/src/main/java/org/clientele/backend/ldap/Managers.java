package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.filter.PresenceNode;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.future.SearchFuture;
import org.clientele.SourceUnavailableException;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Deadline;

/** Shows managers by an attribute of their own entries, where one is configured, and else by their DN. */
final class Managers {
    static final String ATTRIBUTE = "manager";

    /** Servers drop a connection on which too many questions wait; the least limit that is known is 100. */
    private static final int ASKED_AT_ONCE = 50;

    private final Optional<String> shown;

    /** @param shown the attribute to show; empty for the DN */
    Managers(Optional<String> shown) {
        this.shown = shown;
    }

    /**
     * Reads the entries of all managers of some people: each once, and without waiting for one before the next is asked for.
     *
     * @return what to show for a value of the manager attribute: nothing for a DN that leads nowhere, a value that is no DN as
     *     it stands
     */
    UnaryOperator<String> of(BoundConnection connection, List<Found> people, Deadline deadline)
            throws SourceUnavailableException {
        if (shown.isEmpty()) {
            return UnaryOperator.identity();
        }
        Map<String, String> texts = new HashMap<>();
        List<Map.Entry<String, Dn>> managers = new ArrayList<>(names(people).entrySet());
        for (int from = 0; from < managers.size(); from += ASKED_AT_ONCE) {
            List<Map.Entry<String, Dn>> some = managers.subList(from, Math.min(managers.size(), from + ASKED_AT_ONCE));
            texts.putAll(texts(connection, some, shown.get(), deadline));
        }
        return value -> texts.getOrDefault(value, value);
    }

    /** The managers of these people, by what is written in the entries. */
    private static Map<String, Dn> names(List<Found> people) {
        Map<String, Dn> names = new LinkedHashMap<>();
        for (Found one : people) {
            for (String value : EntryReader.texts(one.entry(), ATTRIBUTE)) {
                name(value).ifPresent(dn -> names.put(value, dn));
            }
        }
        return names;
    }

    private static Optional<Dn> name(String value) {
        try {
            return Optional.of(new Dn(value));
        } catch (LdapInvalidDnException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(
            BoundConnection connection, List<Map.Entry<String, Dn>> managers, String attribute, Deadline deadline)
            throws SourceUnavailableException {
        Map<String, SearchFuture> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Dn> manager : managers) {
            answers.put(
                    manager.getKey(),
                    Exchange.send(
                            connection,
                            Exchange.request(
                                    manager.getValue(),
                                    SearchScope.OBJECT,
                                    new PresenceNode("objectClass"),
                                    List.of(attribute),
                                    deadline)));
        }
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, SearchFuture> answer : answers.entrySet()) {
            texts.put(answer.getKey(), text(connection, answer.getValue(), attribute, deadline));
        }
        return texts;
    }

    private static String text(BoundConnection connection, SearchFuture answer, String attribute, Deadline deadline)
            throws SourceUnavailableException {
        List<String> values = new ArrayList<>();
        SearchResultDone done = Exchange.answer(
                connection, answer, deadline, entry -> values.addAll(EntryReader.texts(entry, attribute)));
        if (!connection.isConnected()) {
            throw Faults.dropped();
        }
        ResultCodeEnum code = done.getLdapResult().getResultCode();
        return switch (code) {
            case SUCCESS -> values.isEmpty() ? "" : values.get(0);
            case NO_SUCH_OBJECT, INVALID_DN_SYNTAX, INSUFFICIENT_ACCESS_RIGHTS, REFERRAL -> "";
            default -> throw Faults.of(done.getLdapResult(), ATTRIBUTE, connection);
        };
    }
}

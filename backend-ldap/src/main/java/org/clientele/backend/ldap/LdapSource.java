package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** Customer users in an LDAP directory, read only. */
final class LdapSource implements CustomerUserSource, CustomerIdSource, AutoCloseable {
    private final LdapSettings settings;
    private final EntryReader reader;
    private final Question question;
    private final Filters filters;
    private final LdapSearch search;
    private final EntryValidity validity;
    private final Group group;
    private final PageReader pages;
    private final Connections connections;
    private final Referrals referrals;
    private final LastGap customersGap = new LastGap();

    LdapSource(Map<String, ?> properties) {
        this(properties, System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} tells it */
    LdapSource(Map<String, ?> properties, LongSupplier nanoTime) {
        this(new LdapSettingsReader(properties).read(), nanoTime);
    }

    private LdapSource(LdapSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.reader = new EntryReader(settings);
        this.question = new Question(settings, reader);
        this.filters = new Filters(settings);
        PageSize pageSize = new PageSize(settings.description().search().requestLimit());
        String slot = settings.description().slot();
        this.referrals = new Referrals(slot, settings.access(), nanoTime);
        this.search = new LdapSearch("baseDn", settings.base(), settings.scope(), pageSize, referrals);
        this.validity = new EntryValidity(settings, filters, search, reader);
        this.group = Group.of(settings, pageSize, referrals);
        this.pages = new PageReader(settings, reader, question, filters, search, validity, group);
        this.connections = new Connections(slot, settings.access(), nanoTime);
    }

    @Override
    public SourceDescription description() {
        return settings.description();
    }

    @Override
    public SourceCondition condition() {
        List<Finding> findings = new ArrayList<>(settings.findings());
        if (pages.ambiguous()) {
            findings.add(Finding.warning(
                    settings.description().search().idField(),
                    "is the same in several entries; only the one with the first DN is used"));
        }
        findings.addAll(connections.findings());
        findings.addAll(group.findings());
        Stream.of(pages.gap(), customersGap.finding())
                .flatMap(Optional::stream)
                .distinct()
                .forEach(findings::add);
        findings.addAll(referrals.findings());
        reader.shortened().stream().sorted().map(LdapSource::shortened).forEach(findings::add);
        List<Finding> missing = missing();
        if (missing.isEmpty()) {
            return SourceCondition.of(findings);
        }
        findings.addAll(missing);
        return new SourceCondition(SourceState.WAITING, findings);
    }

    private static Finding shortened(String attribute) {
        return Finding.warning(
                "map",
                "asks for " + attribute + ", which has values of more than " + EntryReader.MOST_BYTES
                        + " bytes; these are left out");
    }

    private List<Finding> missing() {
        return Map.of("baseDn", search.isBaseMissing(), "groupDn", group.isMissing()).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .map(key -> Finding.error(key, "names an entry that the server does not have, or hides from userDn"))
                .toList();
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        SourceQuery query = new SourceQuery(new Criterion.Ids(Set.of(id)), Optional.empty(), 1, true);
        return called(deadline, connection -> pages.find(connection, query, deadline));
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return called(deadline, connection -> pages.page(connection, query, deadline));
    }

    @Override
    public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
        ExprNode filter = filters.ofCustomerIds(query.search());
        ExprNode asked = query.includeInvalid() ? filter : filters.valid(filter);
        Predicate<String> wanted = query.search().map(question::test).orElse(id -> true);
        Predicate<Entry> exists = query.includeInvalid() ? entry -> true : validity::isUnlocked;
        return called(deadline, connection -> {
            CustomerIdCollector collector = new CustomerIdCollector(settings.customerId(), wanted, query);
            Group.Entries entries = (further, taker) ->
                    search.all(connection, further.apply(asked), reader.customerAttributes(), deadline, entry -> {
                        if (exists.test(entry)) {
                            reader.found(entry, false).ifPresent(taker);
                        }
                    });
            Optional<Gap> gap = group.members(connection, deadline, entries, found -> collector.add(found.entry()));
            customersGap.note(query.search(), query.includeInvalid(), gap);
            return collector.list(gap.isPresent());
        });
    }

    @Override
    public void close() {
        connections.close();
        referrals.close();
    }

    private <T> T called(Deadline deadline, Connections.Work<T> call) throws SourceUnavailableException {
        requireSoundSettings();
        return connections.call(deadline, call);
    }

    private void requireSoundSettings() throws SourceUnavailableException {
        if (SourceCondition.of(settings.findings()).state() == SourceState.MISCONFIGURED) {
            throw new SourceUnavailableException(
                    Reason.MISCONFIGURED, "The configuration has faults; see the findings of this source");
        }
    }
}

package org.clientele.backend.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.backend.ldap.LdapSettings.Membership;
import org.clientele.backend.ldap.PageCollector.Found;
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
    private final Managers managers;
    private final Connections connections;
    private volatile boolean ambiguous;

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
        int atATime = settings.description().search().requestLimit();
        this.search = new LdapSearch("baseDn", settings.base(), settings.scope(), atATime);
        this.validity = new EntryValidity(settings, filters, search, reader);
        this.group = settings.group().<Group>map(one -> group(one, atATime)).orElse(Group.EVERYBODY);
        this.managers = new Managers(settings.managerShown());
        this.connections = new Connections(settings.description().slot(), settings.access(), nanoTime);
    }

    private static Group group(Membership members, int atATime) {
        LdapSearch below = new LdapSearch("groupDn", members.dn(), SearchScope.SUBTREE, atATime);
        return switch (members.nesting()) {
            case NONE -> new MemberGroup(below, Optional.empty());
            case READ -> new MemberGroup(below, Optional.of(new NestedGroups(members.dn(), atATime)));
            case CHAINED -> new ChainedGroup(below);
        };
    }

    @Override
    public SourceDescription description() {
        return settings.description();
    }

    @Override
    public SourceCondition condition() {
        List<Finding> findings = new ArrayList<>(settings.findings());
        if (ambiguous) {
            findings.add(Finding.warning(
                    settings.description().search().idField(),
                    "is the same in several entries; only the one with the first DN is used"));
        }
        findings.addAll(group.findings());
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
        return search(query, deadline, false).records().stream().findFirst();
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return search(query, deadline, true);
    }

    @Override
    public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
        ExprNode filter = filters.ofCustomerIds(query.search());
        ExprNode asked = query.includeInvalid() ? filter : filters.valid(filter);
        Predicate<String> wanted = query.search().map(question::test).orElse(id -> true);
        Predicate<Entry> exists = query.includeInvalid() ? entry -> true : validity::isUnlocked;
        return called(deadline, connection -> {
            CustomerIdCollector collector = new CustomerIdCollector(settings.customerId(), wanted, query);
            Group.Entries entries = (further, taker) -> search.all(
                            connection, further.apply(asked), reader.customerAttributes(), deadline, entry -> {
                                if (exists.test(entry)) {
                                    found(entry, taker);
                                }
                            })
                    .isPresent();
            return collector.list(group.members(connection, deadline, entries, found -> collector.add(found.entry())));
        });
    }

    @Override
    public void close() {
        connections.close();
    }

    private SourcePage search(SourceQuery query, Deadline deadline, boolean partsWillDo)
            throws SourceUnavailableException {
        SourcePage page = called(deadline, connection -> page(connection, query, deadline));
        if (page.truncated() && !partsWillDo) {
            throw new SourceUnavailableException(
                    Reason.REQUEST, "The directory server did not deliver all entries, its limits are too low");
        }
        return page;
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

    private SourcePage page(BoundConnection connection, SourceQuery query, Deadline deadline)
            throws SourceUnavailableException {
        boolean caseSensitive = settings.description().search().caseSensitive();
        PageCollector collector = new PageCollector(query.after(), query.limit(), caseSensitive);
        Group.Entries entries = (further, taker) -> matching(connection, query, further, deadline, taker);
        boolean lookUp =
                query.criterion() instanceof Criterion.Ids ids && ids.ids().size() == 1;
        boolean cut = lookUp
                ? group.membersOfFew(connection, deadline, entries, collector::add)
                : group.members(connection, deadline, entries, collector::add);
        ambiguous |= collector.ambiguous();
        List<Found> found = collector.found();
        Predicate<Found> valid = query.includeInvalid() ? validity.among(connection, found, deadline) : one -> true;
        UnaryOperator<String> manager = managers.of(connection, found, deadline);
        List<SourceRecord> records = found.stream()
                .map(one -> reader.record(one, valid.test(one) ? Validity.VALID : Validity.INVALID, manager))
                .toList();
        return new SourcePage(records, collector.more(), cut);
    }

    /** Hands on the entries that match, and tells whether some are left out. */
    private boolean matching(
            BoundConnection connection,
            SourceQuery query,
            UnaryOperator<ExprNode> further,
            Deadline deadline,
            Consumer<Found> taker)
            throws SourceUnavailableException {
        Predicate<Entry> asked = question.test(query.criterion());
        Predicate<Entry> wanted = query.includeInvalid() ? asked : asked.and(validity::isUnlocked);
        boolean cut = false;
        for (ExprNode filter : filters.of(query.criterion())) {
            ExprNode existing = query.includeInvalid() ? filter : filters.valid(filter);
            cut |= search.all(connection, further.apply(existing), reader.attributes(), deadline, entry -> {
                        if (wanted.test(entry)) {
                            found(entry, taker);
                        }
                    })
                    .isPresent();
        }
        return cut;
    }

    private void found(Entry entry, Consumer<Found> taker) {
        reader.login(entry).ifPresent(login -> taker.accept(new Found(login, entry)));
    }
}

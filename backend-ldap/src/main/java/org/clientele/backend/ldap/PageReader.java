package org.clientele.backend.ldap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.clientele.Finding;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.backend.ldap.PageCollector.Found;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/**
 * Reads pages in order of login. A directory keeps no order, so that everything that matches passes by: where that is more than
 * a server delivers at a time, with those attributes alone that tell what belongs to the page, of which the rest is read then.
 */
final class PageReader {
    private final SearchSettings settings;
    private final EntryReader reader;
    private final Question question;
    private final Filters filters;
    private final LdapSearch search;
    private final EntryValidity validity;
    private final Group group;
    private final WholeEntries wholeEntries;
    private final Managers managers;
    private final boolean keysFirst;
    private final LastGap lastGap = new LastGap();
    private volatile boolean ambiguous;

    /** @param search where customer users are */
    PageReader(
            LdapSettings settings,
            EntryReader reader,
            Question question,
            Filters filters,
            LdapSearch search,
            EntryValidity validity,
            Group group) {
        this.settings = settings.description().search();
        this.reader = reader;
        this.question = question;
        this.filters = filters;
        this.search = search;
        this.validity = validity;
        this.group = group;
        this.wholeEntries = new WholeEntries(filters, search, reader);
        this.managers = new Managers(settings.managerShown());
        this.keysFirst = filters.canFindLogins();
    }

    /** Whether two entries with the same login were seen. */
    boolean ambiguous() {
        return ambiguous;
    }

    /** What the last list lacked, empty if it came complete. */
    Optional<Finding> gap() {
        return lastGap.finding();
    }

    /** What the server delivers; the page tells whether it kept something back. */
    SourcePage page(BoundConnection connection, SourceQuery query, Deadline deadline)
            throws SourceUnavailableException {
        PageCollector collector = collector(query);
        Optional<Gap> gap = collect(connection, query, deadline, collector);
        if (!(query.criterion() instanceof Criterion.Ids)) {
            lastGap.note(query.criterion(), query.includeInvalid(), gap);
        }
        List<SourceRecord> records = records(connection, query, deadline, collector);
        if (records.isEmpty() && collector.more()) {
            throw new SourceUnavailableException(
                    Reason.REQUEST, "All entries of the page have gone while it was read; ask again");
        }
        return new SourcePage(records, collector.more(), gap.isPresent());
    }

    /** The record of a query for one login; an answer that may lack it is a failure. */
    Optional<SourceRecord> find(BoundConnection connection, SourceQuery query, Deadline deadline)
            throws SourceUnavailableException {
        PageCollector collector = collector(query);
        Optional<Gap> gap = collect(connection, query, deadline, collector);
        if (gap.filter(lack -> isDoubtful(lack, collector)).isPresent()) {
            throw Faults.cut(gap.get(), "who has this login");
        }
        return records(connection, query, deadline, collector).stream().findFirst();
    }

    private PageCollector collector(SourceQuery query) {
        return new PageCollector(query.after(), query.limit(), settings.caseSensitive());
    }

    /** Whoever was found is there, even if a server that was not reached might have him, too. */
    private static boolean isDoubtful(Gap gap, PageCollector collector) {
        return gap.isLoss()
                && (gap.kind() != Gap.Kind.UNREACHED || collector.found().isEmpty());
    }

    private Optional<Gap> collect(
            BoundConnection connection, SourceQuery query, Deadline deadline, PageCollector collector)
            throws SourceUnavailableException {
        Group.Entries entries = entries(connection, query, deadline);
        boolean lookUp =
                query.criterion() instanceof Criterion.Ids ids && ids.ids().size() == 1;
        return lookUp
                ? group.membersOfFew(connection, deadline, entries, collector::add)
                : group.members(connection, deadline, entries, collector::add);
    }

    private List<SourceRecord> records(
            BoundConnection connection, SourceQuery query, Deadline deadline, PageCollector collector)
            throws SourceUnavailableException {
        ambiguous |= collector.ambiguous();
        List<Found> found = wholeEntries.of(connection, collector.found(), deadline);
        Predicate<Found> valid = query.includeInvalid() ? validity.among(connection, found, deadline) : one -> true;
        UnaryOperator<String> manager = managers.of(connection, found, deadline);
        return found.stream()
                .map(one -> reader.record(one, valid.test(one) ? Validity.VALID : Validity.INVALID, manager))
                .toList();
    }

    private Group.Entries entries(BoundConnection connection, SourceQuery query, Deadline deadline) {
        Wanted wanted = wanted(query.criterion());
        Predicate<Entry> asked = question.test(query.criterion());
        Predicate<Entry> matching = query.includeInvalid() ? asked : asked.and(validity::isUnlocked);
        return (further, taker) -> {
            EntryTaker found = (entry, whole) -> {
                if (matching.test(entry)) {
                    reader.found(entry, whole).ifPresent(taker);
                }
            };
            Optional<Gap> gap = Optional.empty();
            for (ExprNode filter : filters.of(query.criterion())) {
                ExprNode narrowed = further.apply(query.includeInvalid() ? filter : filters.valid(filter));
                gap = Gap.worse(gap, search.all(connection, narrowed, wanted, deadline, found));
            }
            return gap;
        };
    }

    private Wanted wanted(Criterion criterion) {
        if (!keysFirst || criterion instanceof Criterion.Ids) {
            return Wanted.of(reader.attributes());
        }
        Set<String> keys = reader.keys();
        keys.addAll(question.attributes(criterion));
        return new Wanted(reader.attributes(), keys);
    }
}

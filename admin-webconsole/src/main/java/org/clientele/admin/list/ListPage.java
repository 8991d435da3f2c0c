package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceStatus;
import org.clientele.SourceTests;
import org.clientele.admin.list.ListView.Done;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The overview. */
public final class ListPage<E extends DirectoryEntry> implements Action {
    private static final Set<String> DONE = Set.of("added", "saved", "unchanged");

    private final Directory<E> directory;
    private final CustomerChoice customers;
    private final GeneratedPasswords passwords;
    private final SourceTests tests;
    private final BulkState bulk;

    /** What a list shows of what was done to several records. */
    @FunctionalInterface
    private interface BulkState {
        Bulk of(Exchange exchange);
    }

    /** A list whose records can be picked. */
    public ListPage(
            Directory<E> directory,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            ValidityChanges recent) {
        this(directory, customers, passwords, tests, exchange -> bulk(exchange, recent));
    }

    /** A list whose records are changed one by one. */
    public ListPage(Directory<E> directory, CustomerChoice customers, GeneratedPasswords passwords, SourceTests tests) {
        this(directory, customers, passwords, tests, exchange -> Bulk.NONE);
    }

    private ListPage(
            Directory<E> directory,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            SourceTests tests,
            BulkState bulk) {
        this.bulk = bulk;
        this.directory = directory;
        this.customers = customers;
        this.passwords = passwords;
        this.tests = tests;
    }

    @Override
    public Reply answer(Exchange exchange) {
        Screen screen = exchange.screen();
        ListQuery query = ListQuery.of(exchange);
        Optional<Done> done = done(exchange, screen, query);
        Results results = new ResultsQuery<>(directory, screen, query, tests.slots())
                .results(done.map(Done::id).orElse(""));
        List<SourceStatus> sources = directory.sources();
        List<SourceStatus> writable =
                sources.stream().filter(SourceStatus::takesRecords).toList();
        ListView view = new ListView(
                screen,
                query,
                results,
                sources,
                writable,
                customers.comeFirst(writable),
                done,
                exchange.take(passwords),
                bulk.of(exchange));
        return new Reply.Page(results.status(), new StaticTemplates().list(view));
    }

    private static Bulk bulk(Exchange exchange, ValidityChanges recent) {
        String key = exchange.text(ValidityAction.DONE);
        return new Bulk(
                exchange.flag("pick"),
                recent.find(exchange.administrator(), key)
                        .map(result -> ValidityNotice.of(result, key, exchange.words())));
    }

    /** Only what is really there is announced: the address could come from anywhere. */
    private Optional<Done> done(Exchange exchange, Screen screen, ListQuery query) {
        String what = exchange.text("done");
        String id = exchange.text("id");
        if (!DONE.contains(what) || id.isEmpty() || !(directory.find(id) instanceof Answer.Found<E> found)) {
            return Optional.empty();
        }
        String address = query.carriedBy(Links.to(screen.home() + "/edit")
                .with(screen.kind().idParameter(), found.found().id()));
        return Optional.of(new Done(found.found().id(), address, screen.text("done." + what)));
    }
}

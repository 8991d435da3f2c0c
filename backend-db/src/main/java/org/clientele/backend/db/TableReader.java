package org.clientele.backend.db;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.Ordering;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchSettings;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.eclipse.persistence.queries.ReportQuery;

/** Looks records up, lists and counts them. */
final class TableReader {
    /** Logins that differ by case alone, in a table that allows them. */
    private static final int MOST_OF_ONE_KEY = 16;

    private static final SourcePage NOTHING = new SourcePage(List.of(), false, false);

    private final TableSettings settings;
    private final TableMetadata table;
    private final TableQueries queries;
    private final RecordReader records;
    private final Column id;
    private final List<Column> searched;
    private final boolean unique;
    private final QueryForm one;
    private final QueryForm list;
    private final QueryForm count;

    TableReader(TableSettings settings, TableMetadata table, TableSession session) {
        this.settings = settings;
        this.table = table;
        this.queries = new TableQueries(settings, table, session);
        this.records = new RecordReader(settings, table);
        this.id = table.required(search().idField());
        this.searched = search().searchFields().stream().map(table::required).toList();
        this.unique = table.isUniqueByKey(id);
        this.one = new QueryForm("one", searched, id, records::select);
        this.list = new QueryForm("list", searched, id, (report, columns) -> {
            records.select(report, columns);
            QueryForm.order(report, columns, id);
        });
        this.count = new QueryForm("count", searched, id, (report, columns) -> report.addCount());
    }

    Optional<SourceRecord> find(String login, Deadline deadline) {
        SourceQuery query = new SourceQuery(new Criterion.Ids(Set.of(login)), Optional.empty(), MOST_OF_ONE_KEY, true);
        // for one row a limit and an order would be planned and kept each time
        List<SourceRecord> found =
                unique ? rows(one, query, TableQueries.ALL, deadline) : rows(list, query, MOST_OF_ONE_KEY, deadline);
        return found.stream()
                .filter(r -> r.id().equals(login))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    SourcePage search(SourceQuery query, Deadline deadline) {
        return page(list, query, Math.min(query.limit(), search().requestLimit()), deadline);
    }

    /** The first records in another order; some in the usual one if the database cannot keep the other. */
    SourcePage sort(SourceQuery query, List<Ordering> orderings, Deadline deadline) {
        FieldOrder order = new FieldOrder(orderings, settings, table);
        if (!order.isPossible()) {
            return page(list, query, query.limit(), deadline);
        }
        if (!order.isBetterInTwo(table.family())) {
            return page(sorted("sort", order, order::addTo), query, query.limit(), deadline);
        }
        SourcePage filled = page(sorted("filled", order, order::addToFilled), query, query.limit(), deadline);
        int rest = query.limit() - filled.records().size();
        if (filled.more()) {
            return filled;
        }
        // even where nothing is left of the page it has to be known whether there is more
        SourcePage empty = page(sorted("empty", order, order::addToEmpty), query, rest, deadline);
        return new SourcePage(
                Stream.concat(filled.records().stream(), empty.records().stream())
                        .toList(),
                empty.more(),
                false);
    }

    private QueryForm sorted(String name, FieldOrder order, BiConsumer<ReportQuery, Columns> ordering) {
        return new QueryForm(name + order.shape(), searched, id, (report, columns) -> {
            records.select(report, columns);
            ordering.accept(report, columns);
            QueryForm.order(report, columns, id);
        });
    }

    long count(Criterion criterion, boolean includeInvalid, Deadline deadline) {
        if (isNobody(criterion)) {
            return 0;
        }
        SourceQuery query = new SourceQuery(criterion, Optional.empty(), 1, includeInvalid);
        Object[] row = queries.run(count, query, TableQueries.ALL, deadline).get(0);
        return ((Number) row[0]).longValue();
    }

    CustomerIdList customerIds(CustomerIdQuery asked, Deadline deadline) {
        Column customer = table.required(settings.customerColumn());
        QueryForm form = new QueryForm("customers", List.of(customer), customer, (report, columns) -> {
            report.addItem("key", columns.folded(customer));
            report.addItem("id", columns.exact(customer));
            // not all databases group by expressions; all want to see what distinct rows are ordered by, once:
            // EclipseLink adds what is computed by itself
            columns.order(customer).stream()
                    .filter(by -> !by.isFunctionExpression())
                    .forEach(by -> report.addItem("order" + report.getItems().size(), by));
            report.useDistinct();
            QueryForm.order(report, columns, customer);
        });
        SourceQuery query = new SourceQuery(
                asked.search().<Criterion>map(Criterion.Text::new).orElse(Criterion.ALL),
                asked.after().or(() -> Optional.of(UnitOrder.FIRST)),
                asked.limit(),
                asked.includeInvalid());
        List<Position> found = inOrder(
                query,
                asked.limit() + 1,
                Function.identity(),
                part -> queries.run(form, part, asked.limit() + 1, deadline).stream()
                        .map(row -> new Position(String.valueOf(row[0]), String.valueOf(row[1])))
                        .toList());
        boolean more = found.size() > asked.limit();
        return new CustomerIdList(more ? found.subList(0, asked.limit()) : found, more, false);
    }

    /** The place of the last of the first {@code most} records, valid or not; empty if there are fewer. */
    Optional<Position> place(Criterion criterion, int most, Deadline deadline) {
        QueryForm form = new QueryForm("places", searched, id, (report, columns) -> {
            report.addItem("key", columns.folded(id));
            report.addItem("id", columns.exact(id));
            QueryForm.order(report, columns, id);
        });
        SourceQuery query = new SourceQuery(criterion, Optional.empty(), most, true);
        List<Object[]> places = queries.run(form, query, most, deadline);
        return places.size() < most
                ? Optional.empty()
                : Optional.of(places.get(most - 1))
                        .map(last -> new Position(String.valueOf(last[0]), String.valueOf(last[1])));
    }

    private SourcePage page(QueryForm form, SourceQuery query, int limit, Deadline deadline) {
        if (isNobody(query.criterion())) {
            return NOTHING;
        }
        List<SourceRecord> found =
                form.equals(list) ? listed(query, limit + 1, deadline) : rows(form, query, limit + 1, deadline);
        boolean more = found.size() > limit;
        return new SourcePage(more ? found.subList(0, limit) : found, more, false);
    }

    /** The first records in order; of more ids than a statement takes, the first of all statements. */
    private List<SourceRecord> listed(SourceQuery query, int most, Deadline deadline) {
        if (!(query.criterion() instanceof Criterion.Ids ids)
                || ids.ids().size() <= table.family().mostIds()) {
            return inOrder(query, most, SourceRecord::position, part -> rows(list, part, most, deadline));
        }
        TreeMap<Position, SourceRecord> found = new TreeMap<>();
        parts(query, List.copyOf(ids.ids()), table.family().mostIds()).stream()
                .flatMap(part -> listed(part, most, deadline).stream())
                .forEach(record -> found.put(record.position(), record));
        return found.values().stream().limit(most).toList();
    }

    private static List<SourceQuery> parts(SourceQuery query, List<String> all, int atOnce) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + atOnce)
                .mapToObj(from -> Set.copyOf(all.subList(from, Math.min(all.size(), from + atOnce))))
                .map(part ->
                        new SourceQuery(new Criterion.Ids(part), query.after(), query.limit(), query.includeInvalid()))
                .toList();
    }

    /** What the database reads, in the order of code points. */
    private <T> List<T> inOrder(
            SourceQuery query, int most, Function<T, Position> positions, Function<SourceQuery, List<T>> read) {
        return table.family().ordersByUnit() ? new UnitOrder<>(query, most, positions).page(read) : read.apply(query);
    }

    private List<SourceRecord> rows(QueryForm form, SourceQuery query, int most, Deadline deadline) {
        return queries.run(form, query, most, deadline).stream()
                .map(records::read)
                .toList();
    }

    private static boolean isNobody(Criterion criterion) {
        return criterion instanceof Criterion.Ids ids && ids.ids().isEmpty();
    }

    private SearchSettings search() {
        return settings.description().search();
    }
}

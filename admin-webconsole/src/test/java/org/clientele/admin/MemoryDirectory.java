package org.clientele.admin;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.Addition;
import org.clientele.AlreadyExistsException;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.ReadOnlyException;
import org.clientele.Search;
import org.clientele.SourceReport;
import org.clientele.SourceStatus;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.RecordView;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** A small directory in memory that keeps the rules which screens have to deal with. */
abstract class MemoryDirectory<E extends DirectoryEntry> implements Directory<E> {
    final List<MemorySource> sources;
    final String idVariable;
    int changes;
    int refreshes;
    boolean replaced;
    boolean answersAreLost;
    Optional<URI> linkAddress = Optional.empty();
    boolean busy;
    int failsAfterPages = -1;
    List<String> notices = List.of();

    MemoryDirectory(String idVariable, List<MemorySource> sources) {
        this.idVariable = idVariable;
        this.sources = List.copyOf(sources);
    }

    abstract E entry(MemorySource source, Map<String, List<String>> record, Ownership ownership);

    @Override
    public Answer<E> ask(String id) {
        return find(id);
    }

    @Override
    public synchronized Answer<E> find(String id) {
        if (replaced) {
            throw new NoClassDefFoundError("org/clientele/Gone");
        }
        boolean away = false;
        for (MemorySource source : sources) {
            Map<String, List<String>> record = source.records.get(MemorySource.key(id));
            if (!source.outcome.answered()) {
                away = true;
            } else if (record != null) {
                Ownership ownership = away ? Ownership.UNCONFIRMED : Ownership.CONFIRMED;
                return new Answer.Found<>(entry(source, record, ownership), reports());
            }
        }
        return away ? new Answer.Unavailable<>(reports()) : new Answer.NotFound<>(reports());
    }

    @Override
    public synchronized Page<E> list(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        check(request);
        if (failsAfterPages-- == 0) {
            throw new SourceUnavailableException(Reason.CONNECTION, "Told to be away");
        }
        List<E> all = new ArrayList<>();
        boolean incomplete = false;
        for (MemorySource source : asked(request)) {
            incomplete |= !source.outcome.answered();
            if (source.outcome.answered()) {
                source.records.values().forEach(record -> all.add(entry(source, record, Ownership.CONFIRMED)));
            } else if (source.die && !request.withoutUnavailable()) {
                throw new SourceUnavailableException(Reason.CONNECTION, "The source " + source.name + " is away.");
            }
        }
        List<E> hits = all.stream()
                .filter(entry -> request.includeInvalid() || entry.validity() == Validity.VALID)
                .filter(entry -> matches(entry, request.search()))
                .filter(entry -> request.after()
                        .map(after -> MemorySource.key(entry.id()).compareTo(after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(entry -> MemorySource.key(entry.id())))
                .toList();
        List<E> rows = hits.subList(0, Math.min(hits.size(), request.limit()));
        Optional<String> next = rows.size() < hits.size()
                ? Optional.of(MemorySource.key(rows.get(rows.size() - 1).id()))
                : Optional.empty();
        List<SourceReport> reports =
                asked(request).stream().map(MemorySource::report).toList();
        return new Page<>(rows, next, reports, incomplete, notices);
    }

    @Override
    public Count count(ListRequest request) throws InvalidInputException, SourceUnavailableException {
        int found = list(request.withAfter(Optional.empty()).withLimit(ListRequest.MOST_ROWS))
                .rows()
                .size();
        return new Count(Count.Total.exactly(found), List.of(), List.of());
    }

    @Override
    public List<Field> fields() {
        return sources.stream().flatMap(source -> source.fields.stream()).toList();
    }

    private void check(ListRequest request) throws InvalidInputException {
        if (request.search() instanceof Search.Text text && text.text().length() > 1000) {
            int length = text.text().length();
            throw new InvalidInputException(
                    "search", Fault.of(Fault.Kind.LONG_SEARCH, "At most 1000 characters.", length, 1000));
        }
        if (request.source().isPresent() && asked(request).isEmpty()) {
            throw new InvalidInputException("source", "There is no such source.");
        }
    }

    private List<MemorySource> asked(ListRequest request) {
        return sources.stream()
                .filter(source -> request.source().map(source.slot::equals).orElse(true))
                .toList();
    }

    private static boolean matches(DirectoryEntry entry, Search search) {
        if (search instanceof Search.Id id) {
            return MemorySource.key(entry.id()).equals(MemorySource.key(id.id()));
        } else if (search instanceof Search.Email email) {
            return email.address().equalsIgnoreCase(entry.value(Fields.EMAIL));
        } else if (search instanceof Search.CustomerIdRaw raw) {
            return raw.customerId().equalsIgnoreCase(entry.value(Fields.CUSTOMER));
        } else if (search instanceof Search.CustomerId customer) {
            String start = customer.pattern().replaceFirst("\\*$", "");
            return entry.value(Fields.CUSTOMER).startsWith(start);
        }
        return matches(entry, ((Search.Text) search).text());
    }

    private static boolean matches(DirectoryEntry entry, String search) {
        String text = String.join(
                        "\n",
                        entry.fields().values().stream().flatMap(List::stream).toList())
                .toLowerCase(Locale.ROOT);
        return Stream.of(search.toLowerCase(Locale.ROOT).split(" ")).allMatch(text::contains);
    }

    @Override
    public synchronized E add(Addition addition) throws DirectoryException {
        MemorySource source = source(addition.source());
        Map<String, List<String>> record = new LinkedHashMap<>();
        for (Field field : source.fields) {
            if (!field.variable().equals(Fields.PASSWORD)) {
                record.put(
                        field.variable(), List.of(addition.fields().getOrDefault(field.variable(), standard(field))));
            }
        }
        validate(source, record);
        String id = record.get(idVariable).get(0);
        if (find(id) instanceof Answer.Found) {
            throw new AlreadyExistsException(idVariable, "This name is in use already.");
        }
        source.put(id, record);
        addition.password().ifPresent(password -> source.passwords.put(id, password.clear()));
        changes++;
        if (answersAreLost) {
            throw new UncertainException("No answer within 5 seconds.", new IllegalStateException());
        }
        return entry(source, record, Ownership.CONFIRMED);
    }

    @Override
    public synchronized E update(Change change) throws DirectoryException {
        if (notices.contains(StoreUnavailableException.NOTICE)) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        Answer<E> answer = find(change.id());
        if (answer instanceof Answer.Unavailable) {
            throw new SourceUnavailableException(Reason.CONNECTION, "A source cannot be asked.");
        }
        E old = answer.entry().orElseThrow(() -> new NotFoundException("There is no such record."));
        MemorySource source = source(old.source());
        if (change.version().isPresent() && !change.version().get().equals(old.version())) {
            throw new StaleException("The record was changed by somebody else.");
        }
        Map<String, List<String>> record = new LinkedHashMap<>(old.fields());
        change.fields().forEach((variable, value) -> record.put(variable, List.of(value)));
        validate(source, record);
        String id = value(record, idVariable);
        if (busy || (!MemorySource.key(id).equals(MemorySource.key(old.id())) && find(id) instanceof Answer.Found)) {
            throw new AlreadyExistsException(idVariable, "This name is in use already.", busy);
        }
        source.remove(change.id());
        source.put(id, record);
        change.password().ifPresent(password -> source.passwords.put(change.id(), password.clear()));
        changes++;
        return entry(source, record, Ownership.CONFIRMED);
    }

    private static String standard(Field field) {
        return field.variable().equals(Fields.VALIDITY) ? "1" : "";
    }

    @Override
    public synchronized void check(Addition addition) throws DirectoryException {
        Map<String, List<String>> record = new LinkedHashMap<>();
        record.put(Fields.VALIDITY, List.of("1"));
        addition.fields().forEach((variable, value) -> record.put(variable, List.of(value)));
        validate(source(addition.source()), record);
    }

    @Override
    public synchronized Set<String> check(Change change) throws DirectoryException {
        E old = find(change.id()).entry().orElseThrow(() -> new NotFoundException("There is no such record."));
        Map<String, List<String>> record = new LinkedHashMap<>(old.fields());
        change.fields().forEach((variable, value) -> record.put(variable, List.of(value)));
        validate(source(old.source()), record);
        return change.fields().keySet();
    }

    private MemorySource source(String slot) throws DirectoryException {
        MemorySource source = sources.stream()
                .filter(one -> one.slot.equals(slot))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(slot)));
        if (!source.writable) {
            throw new ReadOnlyException("The source is read-only.");
        }
        if (!source.outcome.answered()) {
            throw new SourceUnavailableException(Reason.CONNECTION, "The source " + source.name + " is away.");
        }
        return source;
    }

    private static void validate(MemorySource source, Map<String, List<String>> record) throws DirectoryException {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Field field : source.fields) {
            String value = record.getOrDefault(field.variable(), List.of("")).get(0);
            int length = value.codePointCount(0, value.length());
            int most = field.maxLength().orElse(Integer.MAX_VALUE);
            if (field.required() && value.isEmpty()) {
                faults.put(field.variable(), Fault.of(Fault.Kind.REQUIRED, "This field is required."));
            } else if (length > most) {
                String message = "At most " + most + " characters fit, these are " + length + ".";
                faults.put(field.variable(), Fault.of(Fault.Kind.TOO_LONG, message, length, most));
            } else if (field.variable().equals(Fields.EMAIL) && !value.contains("@")) {
                faults.put(field.variable(), Fault.of(Fault.Kind.NOT_AN_EMAIL, "This is not an e-mail address."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private List<SourceReport> reports() {
        return sources.stream().map(MemorySource::report).toList();
    }

    @Override
    public List<ViewRow> view(E entry, Shown view) {
        return sources.stream()
                .filter(source -> source.slot.equals(entry.source()))
                .flatMap(source -> new RecordView(source.fields, linkAddress).rows(entry.fields(), view).stream())
                .toList();
    }

    @Override
    public List<SourceStatus> sources() {
        return sources.stream().map(MemorySource::status).toList();
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    static String value(Map<String, List<String>> record, String variable) {
        return record.getOrDefault(variable, List.of("")).get(0);
    }

    static Validity validity(Map<String, List<String>> record) {
        return Validity.of(value(record, Fields.VALIDITY)).orElse(Validity.VALID);
    }
}

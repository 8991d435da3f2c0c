package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.CustomerUserPreferences;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.PreferenceMatches;
import org.clientele.ReadOnlyException;
import org.clientele.SourceReport;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.field.Field;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.Persons.Person;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Preferences.Match;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link CustomerUserPreferences}. */
@Component(service = CustomerUserPreferences.class)
public final class KeptPreferences implements CustomerUserPreferences {
    private final Persons persons;
    private final Memory memory;
    private final List<Field> administered;
    private final Audit audit;

    @Activate
    public KeptPreferences(
            @Reference CustomerUserDirectory directory,
            @Reference Memory memory,
            @Reference DirectorySettings settings) {
        this.persons = directory.persons();
        this.memory = memory;
        this.audit = new Audit(memory);
        this.administered = settings.preferences();
    }

    @Override
    public List<Field> administered() {
        return administered;
    }

    @Override
    public void check(Map<String, String> values) throws InvalidInputException {
        Map<String, Fault> faults = new LinkedHashMap<>();
        values.forEach((key, value) -> fault(key, value).ifPresent(fault -> faults.put(key, fault)));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private Optional<Fault> fault(String key, String value) {
        return administered.stream()
                .filter(item -> item.variable().equals(key))
                .findFirst()
                .map(item -> FieldRules.offered(item, value))
                .orElseGet(() -> Optional.of(
                        Fault.other("There is no preference " + key + " in " + DirectorySettings.PID + ".")));
    }

    @Override
    public void administer(String login, Map<String, String> values, Actor actor) throws DirectoryException {
        check(values);
        Person person = persons.require(login);
        if (!person.hit().slot().status().adminSetsPreferences()) {
            throw new ReadOnlyException("The source " + person.hit().slot().name()
                    + " keeps preferences from administrators (adminSetPreferences = 0).");
        }
        for (String key : values.keySet()) {
            requirePreference(key, person.hit().slot(), key);
        }
        for (Map.Entry<String, String> preference : values.entrySet()) {
            if (preference.getValue().isEmpty()) {
                remove(login, preference.getKey(), actor);
            } else {
                set(login, preference.getKey(), preference.getValue(), actor);
            }
        }
    }

    @Override
    public Map<String, String> get(String login) throws DirectoryException {
        Optional<Owner> owner = persons.require(login).owner();
        return owner.isEmpty()
                ? Map.of()
                : memory.look(s -> s.preferences().of(owner.get().id()));
    }

    @Override
    public void set(String login, String key, String value, Actor actor) throws DirectoryException {
        checkKey(key);
        checkValue(value);
        Person person = persons.require(login);
        requirePreference(key, person.hit().slot(), "key");
        long reference = persons.reference(person);
        Recording recording = recording(person, reference, key, value, actor);
        audit.note(recording);
        boolean stored = audit.storing(recording, s -> s.preferences().set(reference, key, value, MOST_KEYS));
        recording.done(stored);
        audit.conclude(recording);
        if (!stored) {
            throw new InvalidInputException(
                    "key", "A customer user has at most " + MOST_KEYS + " preferences; remove one first.");
        }
    }

    @Override
    public boolean remove(String login, String key, Actor actor) throws DirectoryException {
        checkKey(key);
        Person person = persons.require(login);
        if (person.owner().isEmpty()) {
            return false;
        }
        long reference = person.owner().get().id();
        Recording recording = recording(person, reference, key, "", actor);
        audit.note(recording);
        boolean removed = audit.storing(recording, s -> s.preferences().remove(reference, key));
        recording.done();
        audit.conclude(recording);
        return removed;
    }

    /** Of nothing, if the value is the same before and afterwards. */
    private Recording recording(Person person, long reference, String key, String after, Actor actor)
            throws StoreUnavailableException {
        String before = memory.look(s -> s.preferences().of(reference)).getOrDefault(key, "");
        Planned planned = new Planned(
                AuditAction.PREFERENCE,
                AuditSubject.customerUser(person.hit().record().id()),
                Optional.empty(),
                "",
                List.of(new AuditChange(key, before, after)),
                Optional.of(reference));
        return audit.recording(actor, before.equals(after) ? List.of() : List.of(planned));
    }

    @Override
    public PreferenceMatches search(String key, Optional<String> value) throws DirectoryException {
        checkKey(key);
        if (value.isPresent()) {
            checkValue(value.get());
        }
        List<Match> found = memory.look(s -> s.preferences().search(key, value.map(TextPattern::of), MOST_MATCHES + 1));
        boolean more = found.size() > MOST_MATCHES;
        return existing(more ? found.subList(0, MOST_MATCHES) : found, more);
    }

    /** Leaves out whoever his source does not have any more; one batch per source. */
    private PreferenceMatches existing(List<Match> matches, boolean more) {
        Map<String, List<Match>> bySource = matches.stream()
                .collect(Collectors.groupingBy(match -> match.owner().sourceId()));
        Map<Slot, PendingCall<List<SourceRecord>>> calls = new LinkedHashMap<>();
        for (Slot slot : persons.slots()) {
            List<String> logins = bySource.getOrDefault(slot.sourceId(), List.of()).stream()
                    .flatMap(match -> logins(match.owner()).stream())
                    .toList();
            if (!logins.isEmpty()) {
                calls.put(slot, slot.ask(source -> source.having(logins)));
            }
        }
        List<SourceReport> reports = new ArrayList<>();
        Map<String, Map<String, SourceRecord>> records = new LinkedHashMap<>();
        calls.forEach((slot, call) -> {
            Reply<List<SourceRecord>> reply = call.reply();
            reports.add(reply.report(slot.name()));
            records.put(
                    slot.sourceId(),
                    reply.value().orElse(List.of()).stream()
                            .collect(Collectors.toMap(r -> slot.loginKey(r.id()), r -> r, (first, second) -> first)));
        });
        Map<String, String> values = new LinkedHashMap<>();
        matches.forEach(
                match -> record(match.owner(), records).ifPresent(record -> values.put(record.id(), match.value())));
        return new PreferenceMatches(values, more, reports);
    }

    private static List<String> logins(Owner owner) {
        List<String> logins = new ArrayList<>(List.of(owner.login()));
        owner.pending().ifPresent(to -> logins.add(to.login()));
        return logins;
    }

    /** The record of an owner; of one whose rename is under way, at the one login that is there. */
    private static Optional<SourceRecord> record(Owner owner, Map<String, Map<String, SourceRecord>> records) {
        Map<String, SourceRecord> byKey = records.getOrDefault(owner.sourceId(), Map.of());
        Optional<SourceRecord> former = Optional.ofNullable(byKey.get(owner.loginKey()));
        Optional<SourceRecord> next = owner.pending().map(to -> byKey.get(to.key()));
        boolean unclear = former.isPresent() && next.isPresent();
        return unclear ? Optional.empty() : former.or(() -> next).filter(record -> Persons.isSame(owner, record));
    }

    private static void checkKey(String key) throws InvalidInputException {
        if (key.isBlank() || key.length() > LONGEST_KEY || key.codePoints().anyMatch(KeptPreferences::isNoText)) {
            throw new InvalidInputException(
                    "key",
                    "The key of a preference has 1 to " + LONGEST_KEY
                            + " characters, none of them invisible, for example" + " UserLanguage.");
        }
    }

    /** @param name by which the fault is told */
    private static void requirePreference(String key, Slot slot, String name) throws InvalidInputException {
        if (NativeKeys.isNative(key, slot)) {
            throw new InvalidInputException(
                    name, key + " is a field of the record and cannot be a preference; change the record instead.");
        }
    }

    private static void checkValue(String value) throws InvalidInputException {
        boolean layout = value.codePoints().anyMatch(c -> isNoText(c) && c != '\n' && c != '\r' && c != '\t');
        if (value.length() > LONGEST_VALUE || layout) {
            throw new InvalidInputException(
                    "value",
                    "The value of a preference has at most " + LONGEST_VALUE
                            + " characters and no control characters.");
        }
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}

package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Addition;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.Fault.Kind;
import org.clientele.InvalidInputException;
import org.clientele.ReadOnlyException;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.SourceRecord;

/** The rules that hold for additions and changes of records of one kind, whoever makes them. */
final class WriteRules {
    private static final String VALID = Integer.toString(Validity.VALID.id());

    private final SlotKind kind;
    private final Slots slots;
    private final Memory memory;
    private final DirectorySettings settings;
    private final CustomerRule customers;

    /** Asks whether the customer of a customer user exists. */
    @FunctionalInterface
    interface CustomerRule {
        Check ask(String customerId);
    }

    WriteRules(SlotKind kind, Slots slots, Memory memory, DirectorySettings settings, CustomerRule customers) {
        this.kind = kind;
        this.slots = slots;
        this.memory = memory;
        this.settings = settings;
        this.customers = customers;
    }

    /** A new record, as far as it depends on nothing else. */
    void checkNew(Slot slot, AskedSource source, Map<String, String> values, Addition addition)
            throws InvalidInputException, ReadOnlyException {
        requireWritable(slot, source);
        boolean checkSyntax = checkEmailSyntax(values.getOrDefault(Fields.VALIDITY, VALID));
        new FieldRules(source.description(), checkSyntax).check(values);
        requirePassword(source, addition);
    }

    void requireWritable(Slot slot, AskedSource source) throws ReadOnlyException {
        if (!source.writable()) {
            throw new ReadOnlyException("The source " + slot.name() + " ("
                    + source.description().name() + ") is read only; its records are changed where they come from.");
        }
    }

    /** What differs from the record, if it may be changed. */
    Map<String, String> changed(AskedSource source, SourceRecord record, Map<String, String> given)
            throws InvalidInputException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Optional<Field> field = source.description().field(entry.getKey());
            String value =
                    field.map(f -> RecordValues.stripped(f, entry.getValue())).orElse(entry.getValue());
            if (!value.equals(current(record, entry.getKey()))) {
                requireChangeable(source, entry.getKey(), field);
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    private String current(SourceRecord record, String variable) {
        return variable.equals(kind.idVariable()) ? record.id() : RecordValues.of(record, variable);
    }

    private void requireChangeable(AskedSource source, String variable, Optional<Field> field)
            throws InvalidInputException {
        if (variable.equals(kind.idVariable()) && !source.renames()) {
            String label = field.map(Field::label).orElse(variable);
            throw new InvalidInputException(variable, Fault.of(Kind.FIXED, label + " cannot be changed."));
        }
        if (field.isPresent() && field.get().readOnly()) {
            throw new InvalidInputException(
                    variable, Fault.of(Kind.READ_ONLY, field.get().label() + " is read only."));
        }
    }

    private static void requirePassword(AskedSource source, Addition addition) throws InvalidInputException {
        Optional<Field> row =
                source.fields().stream().filter(Fields::isPassword).findFirst();
        if (row.isPresent() && row.get().required() && addition.password().isEmpty()) {
            throw new InvalidInputException(Fields.PASSWORD, FieldRules.required(row.get()));
        }
    }

    /**
     * Requires that neither id nor address of a new record are taken, and that its customer exists; all is asked at once.
     *
     * @param all the slots that are asked about the id
     * @return the slots that count and did not answer
     */
    List<Slot> requireFree(AskedSource source, String id, Map<String, String> values, List<Slot> all)
            throws DirectoryException {
        try (Uniqueness.FreeId free = new Uniqueness(all, memory, kind, Optional.empty()).askId(id);
                Check references = askReferences(source, values, Optional.empty())) {
            free.require();
            references.require();
            return free.missing();
        }
    }

    /** Asks what depends on other records: whether the address is free, then whether the customer exists. */
    Check askReferences(AskedSource source, Map<String, String> values, Optional<Hit> own) {
        Check email = uniqueEmail(source, values)
                .map(address -> new Uniqueness(slots.now(), memory, kind, own).askEmail(address))
                .orElseGet(Check::none);
        return email.and(customer(source, values).map(customers::ask).orElseGet(Check::none));
    }

    /** As {@link #askReferences}, and waits for the answers. */
    void checkReferences(AskedSource source, Map<String, String> values, Optional<Hit> own) throws DirectoryException {
        try (Check references = askReferences(source, values, own)) {
            references.require();
        }
    }

    /** The customer that has to exist, empty if none is written or none has to. */
    Optional<String> customer(AskedSource source, Map<String, String> values) {
        boolean required =
                kind == SlotKind.CUSTOMER_USER && source.description().rules().companySupport();
        return Optional.of(RecordValues.writtenAs(source.fields(), Fields.CUSTOMER, values))
                .filter(customer -> required && !customer.isEmpty());
    }

    /** Whoever becomes valid needs an address that looks like one, whether or not that is changed, too. */
    void checkFields(AskedSource source, SourceRecord record, Map<String, String> changes)
            throws InvalidInputException {
        Map<String, String> checked = new LinkedHashMap<>(changes);
        boolean mayBecomeValid = changes.containsKey(Fields.VALIDITY);
        List<String> emails = record.fields().getOrDefault(Fields.EMAIL, List.of());
        if (mayBecomeValid && !emails.isEmpty()) {
            checked.putIfAbsent(Fields.EMAIL, emails.get(0));
        }
        String validity = Integer.toString(record.validity().id());
        boolean checkSyntax = checkEmailSyntax(changes.getOrDefault(Fields.VALIDITY, validity));
        new FieldRules(source.description(), checkSyntax).check(checked);
    }

    private boolean checkEmailSyntax(String validity) {
        return settings.checkEmailAddresses() && validity.equals(VALID);
    }

    /** The address that nobody else may have, empty if none is written or anybody may. */
    Optional<String> uniqueEmail(AskedSource source, Map<String, String> values) {
        boolean unique =
                kind == SlotKind.CUSTOMER_USER && source.description().rules().uniqueEmail();
        return Optional.of(RecordValues.writtenAs(source.fields(), Fields.EMAIL, values))
                .filter(email -> unique && !email.isEmpty());
    }
}

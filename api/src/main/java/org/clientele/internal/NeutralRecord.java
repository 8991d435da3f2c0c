package org.clientele.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.NumberRange;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.FieldPlan.Fate;
import org.clientele.privacy.Obstacle;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourceRecord;

/**
 * A record without what tells who it is. Login and customer ID are no matter of this class, and the password is none of the
 * record; the validity becomes invalid. All other fields are emptied, or get a neutral value where they must not be empty.
 */
final class NeutralRecord {
    private static final String TEXT = "anonymised";
    private static final String INVALID = Integer.toString(Validity.INVALID.id());

    private final SourceDescription source;
    private final SourceRecord record;
    private final boolean writable;
    private final String name;

    /** @param name see {@link NeutralName} */
    NeutralRecord(SourceDescription source, SourceRecord record, boolean writable, String name) {
        this.source = source;
        this.record = record;
        this.writable = writable;
        this.name = name;
    }

    /** What becomes of the fields that are not empty. */
    List<FieldPlan> plan() {
        List<FieldPlan> plans = new ArrayList<>();
        for (Field field : Fields.written(source.fields())) {
            List<String> now = record.fields().getOrDefault(field.variable(), List.of());
            if (now.stream().anyMatch(value -> !value.isEmpty())) {
                plans.add(plan(field, now));
            }
        }
        return plans;
    }

    private FieldPlan plan(Field field, List<String> now) {
        Set<String> meanings = meanings(field);
        if (meanings.contains(Fields.LOGIN) || meanings.contains(Fields.CUSTOMER)) {
            return new FieldPlan(field, now, Fate.KEPT, now.get(0));
        }
        if (!writable || field.readOnly()) {
            return new FieldPlan(field, now, Fate.LEFT, now.get(0));
        }
        String after = after(field, meanings);
        boolean same = now.equals(List.of(after));
        return new FieldPlan(field, now, same ? Fate.KEPT : after.isEmpty() ? Fate.EMPTIED : Fate.REPLACED, after);
    }

    /** The new values of the fields that change. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        plan().stream()
                .filter(plan -> plan.fate() == Fate.EMPTIED || plan.fate() == Fate.REPLACED)
                .forEach(plan -> changes.put(plan.field().variable(), plan.afterwards()));
        return changes;
    }

    /** Why the record cannot be wiped, or not all of it. */
    List<Obstacle> obstacles() {
        if (!writable) {
            return List.of(Obstacles.readOnlySource(source));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        plan().stream()
                .filter(plan -> plan.fate() == Fate.LEFT)
                .forEach(plan -> obstacles.add(Obstacles.fixedField(plan.field())));
        if (!canBecomeInvalid()) {
            obstacles.add(Obstacles.noValidity(source));
        }
        try {
            new FieldRules(source, false).check(changes());
        } catch (InvalidInputException e) {
            e.faults().values().stream()
                    .map(Fault::message)
                    .map(Obstacles::refusedValue)
                    .forEach(obstacles::add);
        }
        return obstacles;
    }

    private boolean canBecomeInvalid() {
        return source.field(Fields.VALIDITY).filter(field -> !field.readOnly()).isPresent();
    }

    /** All that the storage of a field stands for. */
    private Set<String> meanings(Field written) {
        return source.fields().stream()
                .filter(field -> field.storage().equalsIgnoreCase(written.storage()))
                .map(Field::variable)
                .collect(Collectors.toSet());
    }

    private String after(Field field, Set<String> meanings) {
        if (meanings.contains(Fields.VALIDITY)) {
            return INVALID;
        }
        boolean required = source.fields().stream()
                .anyMatch(other -> other.storage().equalsIgnoreCase(field.storage()) && other.required());
        if (!required) {
            return "";
        }
        int most = field.maxLength().orElse(Integer.MAX_VALUE);
        return meanings.contains(Fields.EMAIL) ? NeutralName.address(name, most) : neutral(field, most);
    }

    private static String neutral(Field field, int most) {
        Optional<String> allowed = field.selections().keySet().stream()
                .filter(key -> !FieldRules.isBlank(key))
                .findFirst();
        Optional<NumberRange> numbers = field.numbers();
        if (allowed.isPresent()) {
            return allowed.get();
        }
        return numbers.isPresent()
                ? Long.toString(Math.max(0, numbers.get().least()))
                : TEXT.substring(0, Math.min(TEXT.length(), most));
    }
}

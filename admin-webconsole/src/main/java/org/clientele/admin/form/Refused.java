package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceStatus;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;

/**
 * Why a form was not accepted.
 *
 * @param status the HTTP status
 * @param byVariable what is wrong with a field
 * @param messages what is wrong otherwise
 * @param outcome what was saved all the same
 */
record Refused(int status, Map<String, String> byVariable, List<String> messages, Outcome outcome) {
    /** What was saved of a form that comes back. */
    enum Outcome {
        NOTHING_SAVED,
        /** Perhaps it was, for the answer of the source was lost. */
        UNCERTAIN,
        /** The record, and not what is kept beside it. */
        RECORD_SAVED
    }

    /** Nothing is wrong. */
    static final Refused NOTHING = new Refused(200, Map.of(), List.of(), Outcome.NOTHING_SAVED);

    static Refused page(int status, String message) {
        return new Refused(status, Map.of(), List.of(message), Outcome.NOTHING_SAVED);
    }

    static Refused fields(Map<String, String> byVariable) {
        return new Refused(422, byVariable, List.of(), Outcome.NOTHING_SAVED);
    }

    /** What the directory says, in the administrator's language, beside the field if the form has it. */
    static Refused of(DirectoryException cause, SourceStatus source, Exchange exchange) {
        Words words = exchange.words();
        if (cause instanceof InvalidInputException invalid) {
            return placed(invalid.faults(), source, words);
        }
        if (cause instanceof AlreadyExistsException exists) {
            String label = label(source, exists.variable(), words);
            String message = words.get(exists.momentary() ? "fault.busy" : "fault.taken", label);
            return field(source, exists.variable()).isPresent()
                    ? fields(Map.of(exists.variable(), message))
                    : page(422, message);
        }
        Outcome outcome = cause instanceof UncertainException ? Outcome.UNCERTAIN : Outcome.NOTHING_SAVED;
        return new Refused(status(cause), Map.of(), List.of(message(cause, source, exchange)), outcome);
    }

    /** The same, where the record itself was saved. */
    Refused behindRecord() {
        return new Refused(status, byVariable, messages, Outcome.RECORD_SAVED);
    }

    /** What stands above everything that is wrong: messages and faults of fields. */
    String title(Words words, boolean add, List<Section<FieldView>> sections, List<String> said) {
        long fields = sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.error().isEmpty())
                .count();
        return switch (outcome) {
            case NOTHING_SAVED -> words.get("form.faults", Math.max(1, fields + said.size()));
            case UNCERTAIN -> words.get(add ? "form.uncertain.add" : "form.uncertain.edit");
            case RECORD_SAVED -> words.get("form.preferences.missed");
        };
    }

    /**
     * What is said above the form: what is wrong as a whole, and what is wrong with a variable that the form has no field for, since
     * another field writes the same storage, it cannot be changed, or its map lacks it.
     */
    List<String> above(List<Section<FieldView>> sections, SourceStatus source, Words words) {
        Set<String> entered = sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.control() != FieldView.Control.FIXED)
                .map(FieldView::variable)
                .collect(Collectors.toSet());
        List<String> all = new ArrayList<>(messages);
        byVariable.forEach((variable, message) -> {
            if (!entered.contains(variable)) {
                all.add(label(source, variable, words) + ": " + message);
            }
        });
        return all;
    }

    private static String message(DirectoryException cause, SourceStatus source, Exchange exchange) {
        if (cause instanceof StaleException) {
            return exchange.words().get("form.stale.record");
        }
        if (cause instanceof NotFoundException) {
            return exchange.screen().text("answer.404");
        }
        if (cause instanceof ReadOnlyException) {
            return exchange.screen().text("readonly", source.name().isEmpty() ? source.slot() : source.name());
        }
        if (cause instanceof StoreUnavailableException) {
            return exchange.words().notice(String.valueOf(cause.getMessage()));
        }
        return exchange.words().get("form.unavailable", String.valueOf(cause.getMessage()));
    }

    private static int status(DirectoryException cause) {
        if (cause instanceof StaleException || cause instanceof ReadOnlyException) {
            return 409;
        }
        return cause instanceof NotFoundException ? 404 : 503;
    }

    private static Refused placed(Map<String, Fault> faults, SourceStatus source, Words words) {
        Map<String, String> beside = new LinkedHashMap<>();
        List<String> elsewhere = new ArrayList<>();
        faults.forEach((variable, fault) -> {
            String message = words.fault(fault, label(source, variable, words));
            if (field(source, variable).isPresent()) {
                beside.put(variable, message);
            } else {
                elsewhere.add(message);
            }
        });
        return new Refused(422, beside, elsewhere, Outcome.NOTHING_SAVED);
    }

    private static String label(SourceStatus source, String variable, Words words) {
        return field(source, variable).map(words::label).orElse(variable);
    }

    private static Optional<Field> field(SourceStatus source, String variable) {
        return source.fields().stream()
                .filter(field -> field.variable().equals(variable))
                .findFirst();
    }
}

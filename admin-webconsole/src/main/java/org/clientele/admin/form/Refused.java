package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.ReadOnlyException;
import org.clientele.SourceStatus;
import org.clientele.StaleException;
import org.clientele.UncertainException;
import org.clientele.field.Field;

/**
 * Why a form was not accepted.
 *
 * @param status the HTTP status
 * @param byVariable what is wrong with a field
 * @param messages what is wrong otherwise
 * @param uncertain whether it may have been saved all the same, because the answer of the source was lost
 */
record Refused(int status, Map<String, String> byVariable, List<String> messages, boolean uncertain) {

    static Refused page(int status, String message) {
        return new Refused(status, Map.of(), List.of(message), false);
    }

    static Refused fields(Map<String, String> byVariable) {
        return new Refused(422, byVariable, List.of(), false);
    }

    /** What the directory says, beside the field if the form has it. */
    static Refused of(DirectoryException cause, SourceStatus source, FaultWords words) {
        if (cause instanceof InvalidInputException invalid) {
            return placed(invalid.messages(), source, words::invalid);
        }
        if (cause instanceof AlreadyExistsException exists) {
            return placed(
                    Map.of(exists.variable(), String.valueOf(exists.getMessage())),
                    source,
                    (field, message) -> words.taken(field, exists.momentary()));
        }
        boolean uncertain = cause instanceof UncertainException;
        return new Refused(status(cause), Map.of(), List.of(String.valueOf(cause.getMessage())), uncertain);
    }

    private static int status(DirectoryException cause) {
        if (cause instanceof StaleException || cause instanceof ReadOnlyException) {
            return 409;
        }
        return cause instanceof NotFoundException ? 404 : 503;
    }

    private static Refused placed(
            Map<String, String> messages, SourceStatus source, BiFunction<Field, String, String> wording) {
        Map<String, String> beside = new LinkedHashMap<>();
        List<String> elsewhere = new ArrayList<>();
        messages.forEach((variable, message) -> source.fields().stream()
                .filter(field -> field.variable().equals(variable))
                .findFirst()
                .ifPresentOrElse(
                        field -> beside.put(variable, wording.apply(field, message)), () -> elsewhere.add(message)));
        return new Refused(422, beside, elsewhere, false);
    }
}

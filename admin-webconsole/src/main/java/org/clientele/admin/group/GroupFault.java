package org.clientele.admin.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.admin.text.Words;

/**
 * Why a group was not saved.
 *
 * @param status the HTTP status
 * @param byVariable what is wrong with a field
 * @param messages what is wrong otherwise
 */
record GroupFault(int status, Map<String, String> byVariable, List<String> messages) {
    static final GroupFault NONE = new GroupFault(200, Map.of(), List.of());

    static GroupFault page(int status, String message) {
        return new GroupFault(status, Map.of(), List.of(message));
    }

    static GroupFault fields(Map<String, String> byVariable) {
        return new GroupFault(422, byVariable, List.of());
    }

    static GroupFault of(DirectoryException cause, Words words) {
        if (cause instanceof InvalidInputException invalid) {
            Map<String, String> beside = new LinkedHashMap<>();
            invalid.faults()
                    .forEach((variable, fault) ->
                            beside.put(variable, words.fault(fault, GroupFields.label(variable, words))));
            return fields(beside);
        }
        if (cause instanceof AlreadyExistsException exists) {
            return fields(Map.of(exists.variable(), words.get("groups.taken")));
        }
        return cause instanceof NotFoundException
                ? page(404, words.get("groups.answer.404"))
                : page(503, words.unavailable(cause));
    }
}

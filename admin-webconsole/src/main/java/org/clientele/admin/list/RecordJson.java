package org.clientele.admin.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;

/** One record as JSON: 200, or 404 if nobody has it, or 503 if somebody who may have it could not be asked. */
public final class RecordJson<E extends DirectoryEntry> implements Action {
    private final Directory<E> directory;

    public RecordJson(Directory<E> directory) {
        this.directory = directory;
    }

    @Override
    public Reply answer(Exchange exchange) {
        String parameter = exchange.kind().idParameter();
        exchange.requireParametersAmong(List.of(parameter));
        String id = exchange.filled(parameter)
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", parameter)));
        Answer<E> answer = directory.find(id);
        int status = answer instanceof Answer.Found ? 200 : answer instanceof Answer.NotFound ? 404 : 503;
        Map<String, Object> json = new LinkedHashMap<>(answer.entry()
                .map(new JsonShape(parameter)::row)
                .orElseGet(() -> Map.of("message", exchange.screen().text("answer." + status))));
        json.put("sources", JsonShape.sources(answer.sources()));
        return new Reply.Json(status, json);
    }
}

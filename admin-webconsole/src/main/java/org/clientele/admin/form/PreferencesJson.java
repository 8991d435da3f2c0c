package org.clientele.admin.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.CustomerUserPreferences;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.SourceStatus;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Kind;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;

/** The preferences of a customer user that administrators see, as JSON. */
public final class PreferencesJson implements Action {
    private static final String LOGIN = Kind.USERS.idParameter();

    private final CustomerUsers users;
    private final CustomerUserPreferences preferences;

    public PreferencesJson(CustomerUsers users, CustomerUserPreferences preferences) {
        this.users = users;
        this.preferences = preferences;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(List.of(LOGIN));
        String login = exchange.filled(LOGIN)
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", LOGIN)));
        Answer<CustomerUser> answer = users.ask(login);
        if (answer instanceof Answer.NotFound) {
            throw new NotFoundException(exchange.screen().text("answer.404"));
        }
        CustomerUser user = answer.entry()
                .orElseThrow(() -> new Refusal(503, exchange.screen().text("answer.503")));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(LOGIN, user.login());
        json.put("preferences", shown(user) ? values(user.login()) : Map.of());
        return new Reply.Json(200, json);
    }

    private boolean shown(CustomerUser user) {
        return users.sources().stream()
                .filter(source -> source.slot().equals(user.source()))
                .anyMatch(SourceStatus::adminSetsPreferences);
    }

    private Map<String, String> values(String login) throws DirectoryException {
        Map<String, String> all = preferences.get(login);
        Map<String, String> shown = new LinkedHashMap<>();
        preferences.administered().stream()
                .filter(item -> all.containsKey(item.variable()))
                .forEach(item -> shown.put(item.variable(), all.getOrDefault(item.variable(), "")));
        return shown;
    }
}

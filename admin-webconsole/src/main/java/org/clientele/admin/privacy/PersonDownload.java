package org.clientele.admin.privacy;

import java.util.List;
import org.clientele.DirectoryException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.privacy.DataProtection;

/** Everything that is known about one person, as a file of JSON. */
public final class PersonDownload implements Action {
    private final DataProtection protection;

    public PersonDownload(DataProtection protection) {
        this.protection = protection;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        String parameter = exchange.kind().idParameter();
        exchange.requireParametersAmong(List.of(parameter));
        String login = exchange.filled(parameter)
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", parameter)));
        return new Reply.JsonFile(
                "customer-user.json", protection.export(login, exchange.actor()).document());
    }
}

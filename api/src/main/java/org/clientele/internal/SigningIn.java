package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.CustomerUser;
import org.clientele.Ownership;
import org.clientele.Password;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.authentication.Authentication;
import org.clientele.authentication.SignIn;
import org.clientele.internal.LookUp.Hit;
import org.clientele.internal.Memory.Remembered;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service {@link Authentication}: looks for the owner of a login in all sources, then asks it about the password. Where there is
 * no owner who knows passwords, a source is asked about nobody, so that the answer takes as long.
 */
@Component(service = Authentication.class)
public final class SigningIn implements Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);
    private static final String NUL = "\0";
    /** No storage has a login with a NUL. */
    private static final String NOBODY = NUL;

    private final Supplier<List<Slot>> slots;
    private final Memory memory;
    private final Function<Hit, CustomerUser> view;

    @Activate
    public SigningIn(@Reference CustomerUserDirectory directory, @Reference Memory memory) {
        this(() -> directory.slots().now(), memory, CustomerUserDirectory::entry);
    }

    SigningIn(Supplier<List<Slot>> slots, Memory memory, Function<Hit, CustomerUser> view) {
        this.slots = slots;
        this.memory = memory;
        this.view = view;
    }

    @Override
    public SignIn signIn(String login, String clear) {
        Optional<Password> password = password(clear);
        if (password.isEmpty() || !LookUp.isAskable(login) || login.contains(NUL)) {
            return new SignIn.Refused();
        }
        List<Slot> now = slots.get();
        try {
            return signIn(login, password.get(), now, memory.requireKnown(now, List.of(login)));
        } catch (StoreUnavailableException e) {
            return new SignIn.Unavailable(
                    "Nobody can sign in at the moment, because the directory's own store cannot be reached.",
                    List.of());
        }
    }

    private SignIn signIn(String login, Password password, List<Slot> now, Remembered remembered)
            throws StoreUnavailableException {
        LookUp.Result found = new LookUp(now, memory).ask(login);
        boolean unconfirmed = found.hit()
                .filter(hit -> hit.ownership() == Ownership.UNCONFIRMED)
                .isPresent();
        if (found.unknown() || unconfirmed) {
            return unavailable(found.reports());
        }
        Optional<Hit> owner = found.hit().isPresent()
                ? Optional.of(marked(login, found.hit().get(), now, remembered))
                : Optional.empty();
        SignIn answer = answer(now, found, owner, password);
        if (answer instanceof SignIn.Accepted
                && found.missing().isEmpty()
                && Renaming.unfinished(remembered.owners(login)).isEmpty()) {
            confirm(found.hit().orElseThrow());
        }
        return answer;
    }

    /** A source may take another spelling for the same login; the mark is at the stored one. */
    private Hit marked(String login, Hit hit, List<Slot> now, Remembered remembered) throws StoreUnavailableException {
        String stored = hit.record().id();
        boolean asked = hit.slot().loginKey(stored).equals(hit.slot().loginKey(login));
        return (asked ? remembered : memory.requireKnown(now, List.of(stored)))
                .marks()
                .on(hit);
    }

    private SignIn answer(List<Slot> now, LookUp.Result found, Optional<Hit> hit, Password password) {
        Optional<Hit> owner = hit.filter(one -> authenticates(one.slot()));
        Optional<Slot> asked = owner.map(Hit::slot).or(() -> standIn(now, found.reports()));
        if (asked.isEmpty()) {
            return new SignIn.Refused();
        }
        String id = owner.map(one -> one.record().id()).orElse(NOBODY);
        Reply<Boolean> reply =
                asked.get().ask(source -> source.authenticate(id, password)).reply();
        if (!reply.answered()) {
            String name = asked.get().name();
            List<SourceReport> reports = new ArrayList<>(found.reports());
            reports.removeIf(report -> report.source().equals(name));
            reports.add(reply.report(name));
            return unavailable(reports);
        }
        boolean right = reply.value().filter(answer -> answer).isPresent();
        return owner.filter(one -> right && one.validity() == Validity.VALID)
                .<SignIn>map(one -> new SignIn.Accepted(view.apply(one)))
                .orElseGet(SignIn.Refused::new);
    }

    private void confirm(Hit owner) {
        try {
            memory.confirm(Renaming.claim(owner));
        } catch (StoreUnavailableException e) {
            // who owns the login is certain all the same
            LOG.warn(
                    "Somebody of {} signed in, but the store could not be told who owns the login",
                    owner.slot().name(),
                    e);
        }
    }

    /** The first source that knows passwords and can be asked. */
    private static Optional<Slot> standIn(List<Slot> slots, List<SourceReport> reports) {
        List<String> away = away(reports);
        return slots.stream()
                .filter(SigningIn::authenticates)
                .filter(slot -> !away.contains(slot.name()))
                .filter(slot -> slot.source().orElseThrow().state() == SourceState.READY)
                .findFirst();
    }

    private static boolean authenticates(Slot slot) {
        return slot.source().filter(AskedSource::authenticates).isPresent();
    }

    private static SignIn unavailable(List<SourceReport> reports) {
        return new SignIn.Unavailable(
                "It cannot be told at the moment who may sign in, because " + String.join(", ", away(reports))
                        + " cannot be asked; try again later.",
                reports);
    }

    private static List<String> away(List<SourceReport> reports) {
        return reports.stream()
                .filter(report -> !report.outcome().answered())
                .map(SourceReport::source)
                .toList();
    }

    private static Optional<Password> password(String clear) {
        try {
            return Optional.of(Password.of(clear));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

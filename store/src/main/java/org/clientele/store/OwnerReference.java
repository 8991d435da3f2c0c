package org.clientele.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.clientele.DisabledHere;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DisabledPeople.Mark;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.Owner.NewLogin;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_user_ref}: what everything that hangs on a person refers to. Never deleted. */
@Entity
@Table(name = "customer_user_ref")
class OwnerReference implements Numbered {

    /** Numbers come from a table: the only generator that works alike on every database. */
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "customer_user_ref")
    @TableGenerator(
            name = "customer_user_ref",
            table = "clientele_sequence",
            pkColumnName = "name",
            valueColumnName = "last_id",
            pkColumnValue = "customer_user_ref",
            allocationSize = 50)
    private long id;

    @Column(name = "source_id")
    private String sourceId = "";

    @Column(name = "login_key")
    private String loginKey = "";

    @Column(name = "login")
    private String login = "";

    @Column(name = "native_id")
    private @Nullable String nativeId;

    @Column(name = "active")
    private boolean active;

    /** The login key while active, else null; computed by the database, which keeps it unique. */
    @Column(name = "active_key", insertable = false, updatable = false)
    private @Nullable String activeKey;

    @Column(name = "pending_key")
    private @Nullable String pendingKey;

    @Column(name = "pending_login")
    private @Nullable String pendingLogin;

    /** The login key while the person is disabled here, else null. */
    @Column(name = "disabled_key")
    private @Nullable String disabledKey;

    @Column(name = "disabled_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private @Nullable Instant disabledAt;

    @Column(name = "disabled_by")
    private @Nullable String disabledBy;

    @Column(name = "disabled_comment")
    private @Nullable String disabledComment;

    /** 0, or the id once the person is known to be gone: only one reference of a source and login has 0. */
    @Column(name = "gone")
    private long gone;

    @Column(name = "confirmed_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant confirmedAt = Instant.EPOCH;

    /** For JPA. */
    OwnerReference() {}

    OwnerReference(Claim claim) {
        sourceId = claim.sourceId();
        loginKey = claim.loginKey();
        nativeId = claim.nativeId().orElse(null);
    }

    @Override
    public long id() {
        return id;
    }

    boolean belongsTo(String source) {
        return sourceId.equals(source);
    }

    /** Somebody else owns the login now. */
    void retire() {
        active = false;
    }

    /**
     * Takes the claim over. A native id that differs from the remembered one is another person with the same login: then
     * neither the native id nor the time moves, so that the difference stays visible until a person decides.
     */
    void confirm(Claim claim, Instant now) {
        active = true;
        login = claim.login();
        if (nativeId == null) {
            nativeId = claim.nativeId().orElse(null);
        }
        if (claim.nativeId().isEmpty() || claim.nativeId().get().equals(nativeId)) {
            confirmedAt = now;
        }
    }

    /** The person is no longer there; whoever gets the login is somebody else. */
    void depart() {
        active = false;
        gone = id;
        disabledKey = null;
        pendingKey = null;
        pendingLogin = null;
    }

    boolean hasNativeId(String id) {
        return id.equals(nativeId);
    }

    /** The same person has another native id by now. */
    void identify(String current) {
        nativeId = current;
    }

    /**
     * Tells nothing of whoever it was, not even his login; the id keeps it apart from others. Of somebody who is disabled the
     * login stays, and that he is: else the source would let him in again as soon as it tells him again.
     */
    void forget() {
        nativeId = null;
        if (isDisabled()) {
            retire();
            forgetComment();
        } else {
            depart();
            login = "";
            loginKey = "";
            enable();
        }
    }

    /** It is free text, and perhaps about the person. */
    void forgetComment() {
        disabledComment = null;
    }

    /** Notes a rename, unless another one is not finished. */
    void rename(NewLogin to) {
        if (pendingKey == null) {
            pendingKey = to.key();
            pendingLogin = to.login();
        }
    }

    boolean isPending(NewLogin to) {
        return to.key().equals(pendingKey);
    }

    void finishRename() {
        if (pendingKey != null && pendingLogin != null) {
            active = true;
            loginKey = pendingKey;
            login = pendingLogin;
            disabledKey = disabledKey == null ? null : loginKey;
        }
        abandonRename();
    }

    void abandonRename() {
        pendingKey = null;
        pendingLogin = null;
    }

    void disable(DisabledHere mark) {
        disabledKey = loginKey;
        disabledAt = mark.at();
        disabledBy = Signature.of(mark.by()).by();
        disabledComment = mark.comment();
    }

    /** Who did it and when is no longer of interest here. */
    void enable() {
        disabledKey = null;
        disabledAt = null;
        disabledBy = null;
        disabledComment = null;
    }

    boolean isDisabled() {
        return disabledKey != null;
    }

    boolean isGone() {
        return gone != 0;
    }

    /** That the person is disabled, if so. */
    Optional<Mark> mark() {
        if (disabledKey == null || disabledAt == null) {
            return Optional.empty();
        }
        Set<String> keys = pendingKey == null ? Set.of(loginKey) : Set.of(loginKey, pendingKey);
        DisabledHere mark = new DisabledHere(
                disabledAt,
                Objects.requireNonNullElse(disabledBy, ""),
                Objects.requireNonNullElse(disabledComment, ""));
        return Optional.of(new Mark(id, sourceId, login, keys, mark));
    }

    boolean isActive() {
        return active;
    }

    KeptPersons.Reference described() {
        return new KeptPersons.Reference(owner(), active, gone != 0, mark().map(Mark::disabled));
    }

    Owner owner() {
        Optional<NewLogin> pending = pendingKey == null || pendingLogin == null
                ? Optional.empty()
                : Optional.of(new NewLogin(pendingKey, pendingLogin));
        return new Owner(id, sourceId, loginKey, login, Optional.ofNullable(nativeId), confirmedAt, pending);
    }
}

package org.clientele.admin.web;

/**
 * One entry of a screen: what answers, and what whoever asks must be allowed to do. There is no route without a role.
 *
 * @param method GET, which changes nothing and answers HEAD as well, or POST
 * @param path the path below the label of the screen
 * @param role what the administrator needs
 * @param action what answers
 */
public record Route(Method method, String path, Role role, Action action) {

    /** How a request comes. */
    public enum Method {
        GET,
        POST
    }

    /** Something to look at. */
    public static Route get(String path, Role role, Action action) {
        return new Route(Method.GET, path, role, action);
    }

    /** Something that changes something. */
    public static Route post(String path, Role role, Action action) {
        return new Route(Method.POST, path, role, action);
    }
}

package org.benchconnect.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The grammar: JSON (RFC 8259) with comments, cut down to an object of objects whose values are strings, numbers, booleans
 * and lists of these. No comma behind the last entry. One use.
 */
final class SettingsParser {
    private static final int MAX_SECTIONS = 256;
    private static final int MAX_ENTRIES = 256;

    private final Cursor cursor;
    private final Literals literals;

    SettingsParser(String text) {
        this.cursor = new Cursor(text);
        this.literals = new Literals(cursor);
    }

    /** Everything in the file. */
    List<Section> sections() throws SettingsSyntaxException {
        List<Section> sections = new ArrayList<>();
        Set<String> names = new HashSet<>();
        cursor.skip();
        opens('{', "the file begins with { and ends with }.");
        while (more('}', sections.size(), MAX_SECTIONS)) {
            Position at = cursor.position();
            String name = key(names);
            sections.add(new Section(name, at, entries()));
        }
        cursor.skip();
        if (!cursor.atEnd()) {
            throw Cursor.syntax(cursor.position(), "nothing may stand behind the last }.");
        }
        return sections;
    }

    private List<Section.Entry> entries() throws SettingsSyntaxException {
        List<Section.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        opens('{', "a section's settings stand in { and }.");
        while (more('}', entries.size(), MAX_ENTRIES)) {
            Position at = cursor.position();
            String key = key(keys);
            Position valueAt = cursor.position();
            entries.add(new Section.Entry(key, at, cursor.peek() == '[' ? list() : single(), valueAt));
        }
        return entries;
    }

    private Value list() throws SettingsSyntaxException {
        List<Value> values = new ArrayList<>();
        opens('[', "a list stands in [ and ].");
        while (more(']', values.size(), MAX_ENTRIES)) {
            values.add(single());
        }
        return new Value.Many(values);
    }

    private Value single() throws SettingsSyntaxException {
        Position at = cursor.position();
        if (cursor.peek() == '{' || cursor.peek() == '[') {
            throw new SettingsSyntaxException(new Problem(
                    Defect.TOO_DEEP, at, "", "a section holds settings and lists of them, nothing deeper."));
        }
        return literals.value();
    }

    private String key(Set<String> before) throws SettingsSyntaxException {
        Position at = cursor.position();
        if (cursor.peek() != '"') {
            throw Cursor.syntax(at, "a name in double quotes belongs here.");
        }
        String name = literals.string();
        if (!before.add(name)) {
            throw new SettingsSyntaxException(new Problem(
                    Defect.NAME_TWICE, at, Problem.quoted(name), "it is there already; remove one of the two."));
        }
        cursor.skip();
        if (cursor.peek() != ':') {
            throw Cursor.syntax(cursor.position(), "a colon belongs between a name and what it is set to.");
        }
        cursor.take();
        cursor.skip();
        return name;
    }

    private void opens(char bracket, String remedy) throws SettingsSyntaxException {
        if (cursor.peek() != bracket) {
            throw Cursor.syntax(cursor.position(), remedy);
        }
        cursor.take();
    }

    /** Whether another entry follows; otherwise takes the closing bracket. */
    private boolean more(char close, int sofar, int max) throws SettingsSyntaxException {
        cursor.skip();
        if (cursor.peek() == close) {
            cursor.take();
            return false;
        }
        if (sofar > 0) {
            comma(close);
        }
        if (sofar >= max) {
            throw new SettingsSyntaxException(
                    new Problem(Defect.FILE_TOO_LARGE, cursor.position(), "", "at most " + max + " can stand here."));
        }
        return true;
    }

    private void comma(char close) throws SettingsSyntaxException {
        Position at = cursor.position();
        if (cursor.peek() != ',') {
            throw Cursor.syntax(at, "a comma or " + close + " belongs here.");
        }
        cursor.take();
        cursor.skip();
        if (cursor.peek() == close) {
            throw Cursor.syntax(at, "no comma belongs before " + close + "; remove it.");
        }
    }
}

package org.benchconnect.consent.grant;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.consent.grant.Asked.Kept;
import org.jspecify.annotations.Nullable;

/**
 * The file of the requests: JSON of the records. Nothing in it gives anything: before an answer counts, what it is about is verified anew. A file with a gap or
 * from another version is refused as a whole.
 */
final class RequestsFormat {
    /** The longest file. In bytes. */
    static final int MOST = 2 * 1024 * 1024;

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantText())
            .registerTypeAdapterFactory(new OptionalOrNothing())
            .disableHtmlEscaping()
            .create();

    private RequestsFormat() {}

    /** The bytes of the file. */
    static byte[] write(Kept kept) {
        return GSON.toJson(kept).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads them.
     *
     * @throws UnreadableException if something is missing in them or has another form
     */
    static Kept read(byte[] file) throws UnreadableException {
        try {
            String text = new String(file, StandardCharsets.UTF_8);
            Kept kept = Objects.requireNonNull(GSON.fromJson(text, Kept.class));
            requireWhole(kept);
            if (kept.format() != Kept.FORMAT) {
                throw new UnreadableException(null);
            }
            return kept;
        } catch (JsonParseException
                | NullPointerException
                | IllegalArgumentException
                | IllegalStateException
                | ReflectiveOperationException
                | StackOverflowError e) {
            throw new UnreadableException(e);
        } catch (RuntimeException e) { // Gson wraps what a record's constructor throws
            throw new UnreadableException(e);
        }
    }

    /** Records read by Gson have null where the file had nothing. */
    private static void requireWhole(@Nullable Object value) throws ReflectiveOperationException {
        Objects.requireNonNull(value);
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                requireWhole(component.getAccessor().invoke(value));
            }
        } else if (value instanceof Collection<?> several) {
            for (Object one : several) {
                requireWhole(one);
            }
        } else if (value instanceof Optional<?> perhaps && perhaps.isPresent()) {
            requireWhole(perhaps.get());
        }
    }

    /** The file is not what we write. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(@Nullable Throwable cause) {
            super("the file of the requests cannot be read", cause);
        }
    }

    /** ISO 8601. */
    private static final class InstantText extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            try {
                return Instant.parse(in.nextString());
            } catch (DateTimeException e) {
                throw new JsonParseException(e);
            }
        }
    }

    /** The value, or a list of none: so that a gap is not an empty one. */
    private static final class OptionalOrNothing implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // T is the Optional of the type that the adapter is for
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class || !(type.getType() instanceof ParameterizedType of)) {
                return null;
            }
            Type inner = of.getActualTypeArguments()[0];
            return (TypeAdapter<T>) new OfOptional(gson, inner);
        }
    }

    private static final class OfOptional extends TypeAdapter<Optional<?>> {
        private final Gson gson;
        private final Type inner;

        OfOptional(Gson gson, Type inner) {
            this.gson = gson;
            this.inner = inner;
        }

        @Override
        public void write(JsonWriter out, Optional<?> value) throws IOException {
            out.beginArray();
            if (value.isPresent()) {
                gson.toJson(value.get(), inner, out);
            }
            out.endArray();
        }

        @Override
        public Optional<?> read(JsonReader in) throws IOException {
            in.beginArray();
            Optional<?> value = in.hasNext() ? Optional.ofNullable(gson.fromJson(in, inner)) : Optional.empty();
            in.endArray();
            return value;
        }
    }
}

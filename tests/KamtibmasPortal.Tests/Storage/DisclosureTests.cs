using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

public sealed class DisclosureTests
{
    private static readonly string Field = string.Join(' ', Enumerable.Range(0, 120).Select(i => i % 7 == 0 ? $"\U0001F46E{i}" : $"kata{i}"));

    [Theory]
    [InlineData(Trust.Publish, Display.FullText, true)]
    [InlineData(Trust.Publish, Display.Excerpt, false)]
    [InlineData(Trust.Review, Display.FullText, false)]
    [InlineData(Trust.Review, Display.Excerpt, false)]
    public void Only_a_published_article_of_a_licensed_source_is_shown_whole(Trust trust, Display display, bool shown)
    {
        var article = new Article
        {
            Id = Guid.Empty,
            SourceId = Guid.Empty,
            Key = "",
            Publisher = "",
            Title = "",
            Summary = "",
            Body = "",
            ContentSha256 = "",
            FirstSeenAt = default,
            Display = display,
        };
        article.Enter(trust);

        Assert.Equal(shown, Disclosure.ShowsFullText(article));
    }

    [Fact]
    public void A_rejected_article_is_never_shown_whole()
    {
        var article = new Article
        {
            Id = Guid.Empty,
            SourceId = Guid.Empty,
            Key = "",
            Publisher = "",
            Title = "",
            Summary = "",
            Body = "",
            ContentSha256 = "",
            FirstSeenAt = default,
            Display = Display.FullText,
        };
        article.Enter(Trust.Review);

        Assert.True(article.TryReject());
        Assert.False(Disclosure.ShowsFullText(article));
        Assert.False(article.TryPublish());
    }

    [Fact]
    public void Evidence_is_quoted_whole_up_to_the_limit_and_cut_beyond_it_unless_the_text_is_free()
    {
        var at = Evidence(0, 200);
        var beyond = Evidence(0, 201);

        Assert.Equal(at.Text, Disclosure.Quote(at, Display.Excerpt));
        Assert.Equal(beyond.Text[..200], Disclosure.Quote(beyond, Display.Excerpt));
        Assert.Equal(beyond.Text, Disclosure.Quote(beyond, Display.FullText));
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var text = new string('a', 199) + "\U0001F46E" + "b";
        var evidence = new TagEvidence(EvidenceField.Body, EvidenceRole.Body, 0, text.Length, text, "rule");

        Assert.Equal(text[..199], Disclosure.Quote(evidence, Display.Excerpt));
        Assert.Equal((text[..199], 0, 199), Disclosure.QuoteInContext(text, evidence));
    }

    [Fact]
    public void A_quotation_in_context_holds_the_evidence_and_keeps_to_the_limit_wherever_it_stands()
    {
        for (var start = 0; start < Field.Length; start++)
        {
            foreach (var length in (ReadOnlySpan<int>)[1, 2, 13, 199, 200, 201, 400])
            {
                if (start + length > Field.Length || char.IsLowSurrogate(Field[start]) || (start + length < Field.Length && char.IsLowSurrogate(Field[start + length])))
                {
                    continue;
                }

                var evidence = Evidence(start, length);

                var (text, at, shown) = Disclosure.QuoteInContext(Field, evidence);

                Assert.InRange(text.Length, 1, Disclosure.QuotationLimit);
                Assert.Equal(Disclosure.Quote(evidence, Display.Excerpt), text.Substring(at, shown));
                var from = start - at;
                var to = from + text.Length;
                Assert.Equal(text, Field[from..to]);
                Assert.True(from == 0 || from == start || char.IsWhiteSpace(Field[from - 1]), $"starts inside a word at {start}, {length}");
                Assert.True(to == Field.Length || to == start + shown || char.IsWhiteSpace(Field[to]), $"ends inside a word at {start}, {length}");
                Assert.False(char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1]));
            }
        }
    }

    [Fact]
    public void A_quotation_shows_words_on_both_sides()
    {
        var start = Field.IndexOf("kata60", StringComparison.Ordinal);

        var (text, at, length) = Disclosure.QuoteInContext(Field, Evidence(start, 6));

        Assert.Equal("kata60", text.Substring(at, length));
        Assert.InRange(at, 80, 97);
        Assert.InRange(text.Length, 170, 200);
    }

    private static TagEvidence Evidence(int start, int length) => new(EvidenceField.Body, EvidenceRole.Body, start, length, Field.Substring(start, length), "rule");
}

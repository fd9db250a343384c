using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>Whatever the web sends, reading and matching it stays small and never throws.</summary>
public sealed class StoryBoundsTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 700_000).Select(i => $"kata{i}"));

    public static TheoryData<string, string> Bodies => new()
    {
        { "empty", "" },
        { "one word", "Garut" },
        { "a million equal words", string.Concat(Enumerable.Repeat("sama ", 1_000_000)) },
        { "five megabytes", Long },
        { "five megabytes without a blank", new string('a', 5_000_000) },
        { "numbers alone", string.Concat(Enumerable.Repeat("12 ", 100_000)) },
        { "brackets alone", string.Concat(Enumerable.Repeat("(1/", 100_000)) },
        { "spelled numbers alone", string.Concat(Enumerable.Repeat("dua puluh ribu juta ", 50_000)) },
        { "halved characters", string.Concat(Enumerable.Repeat("\ud83d kata \udc00(", 20_000)) },
        { "weekdays alone", string.Concat(Enumerable.Repeat("Senin ", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Any_text_gives_a_small_profile_that_compares(string what, string body)
    {
        var profile = Report.Profile(body, body.Length > 3_000_000 ? body : "Judul", day: null, regions: "");
        var other = Report.Profile(Report.Release);

        Assert.True(StoryProfileBytes.Write(profile).Length < 20_000, what);
        Assert.True(StoryKeys.OfText(profile).Count + StoryKeys.OfPlace(profile).Count + StoryKeys.OfMarks(profile).Count <= 64);
        Assert.True(StoryMatcher.Score(Report.Article(1, profile), Report.Article(2, other)) < 0);
        Assert.Empty(new SharedPassages(new WordReader()).Find(body, Report.Release));
        Assert.NotNull(new StoryDisagreements(new WordReader()).Find([new StoryReading(Report.Id(1), Report.Text(body)), new StoryReading(Report.Id(2), Report.Text(Report.Release))]));
    }

    [Fact]
    public void Two_empty_texts_are_no_story() =>
        Assert.True(StoryMatcher.Score(Report.Article(1, Report.Profile("", "", null, "")), Report.Article(2, Report.Profile("", "", null, ""))) <= 0);

    [Fact]
    public void A_profile_comes_back_from_its_bytes_as_it_was()
    {
        var profile = Report.Profile(Report.Release, regions: ["32.05.01", "32.05"]);
        var bytes = StoryProfileBytes.Write(profile);
        var back = StoryProfileBytes.Read(bytes)!;

        Assert.Equal(bytes, StoryProfileBytes.Write(back));
        Assert.Equal(StoryKeys.OfText(profile), StoryKeys.OfText(back));
        Assert.Equal(profile.Regions, back.Regions);
        Assert.Equal(StoryRelation.Identical, CopyComparison.Of(profile, back).Relation);
        Assert.Equal(bytes, StoryProfileBytes.Write(Report.Profile(Report.Release, regions: ["32.05.01", "32.05"])));
    }

    [Fact]
    public void Broken_bytes_are_no_profile()
    {
        var bytes = StoryProfileBytes.Write(Report.Profile(Report.Release));

        Assert.Null(StoryProfileBytes.Read([]));
        Assert.Null(StoryProfileBytes.Read([9, 9, 9]));
        for (var length = 1; length < bytes.Length; length += 7)
        {
            Assert.Null(StoryProfileBytes.Read(bytes[..length]));
        }
    }
}

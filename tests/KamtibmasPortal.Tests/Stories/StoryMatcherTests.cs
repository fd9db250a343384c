using KamtibmasPortal.News.Stories;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>Who joins whom, whose id stays, and what an editor has settled.</summary>
public sealed class StoryMatcherTests
{
    private const string Fallen = "Pohon asam tumbang menimpa warung bakso di Wanaraja pada Minggu (2/3/2025) sore. Pemilik warung, Jajang, selamat karena sedang membeli mi ke pasar. Batang sepanjang dua belas meter dipotong petugas pemadam dengan gergaji mesin.";
    private static readonly string[] P = Report.Paragraphs(Report.Release);
    private static readonly StoryProfile Whole = Report.Profile(Report.Release);
    private static readonly StoryProfile First = Report.Profile(Report.Body(P[0], P[1]), "Pompa");
    private static readonly StoryProfile Last = Report.Profile(P[3], "Bengkel di Leles", day: "2025-03-05");
    private static readonly StoryProfile Stranger = Report.Profile(Fallen, "Pohon Tumbang");

    private readonly StoryMatcher _matcher = new();
    private int _next = 900;

    [Fact]
    public void Nobody_to_meet_changes_nothing()
    {
        Assert.Empty(_matcher.Linked(Report.Article(1, Whole), [Report.Article(2, Stranger), Report.Article(1, Whole)]));
        Assert.Empty(_matcher.Place(Report.Article(1, Whole), [], NewId).Moves);
    }

    [Fact]
    public void The_second_report_founds_a_story_for_both()
    {
        var placement = _matcher.Place(Report.Article(2, First), [Report.Article(1, Whole)], NewId);

        var story = Assert.Single(placement.Founded);
        Assert.Equal(new Dictionary<Guid, Guid?> { [Report.Id(1)] = story, [Report.Id(2)] = story }, placement.Moves);
    }

    [Fact]
    public void Late_arrival_joins_two_stories_and_the_older_id_stays()
    {
        // The two halves share no words; only the whole shows that they are one.
        StoryArticle[] known = [Report.Article(1, First, Report.Id(501)), Report.Article(2, First, Report.Id(501)), Report.Article(3, Last, Report.Id(500)), Report.Article(4, Last, Report.Id(500))];

        var placement = _matcher.Place(Report.Article(5, Whole), known, NewId);

        Assert.Equal(Report.Id(500), placement.Redirects[Report.Id(501)]);
        Assert.Empty(placement.Founded);
        Assert.Equal([Report.Id(1), Report.Id(2), Report.Id(5)], placement.Moves.Keys.Order());
        Assert.All(placement.Moves.Values, story => Assert.Equal(Report.Id(500), story));
    }

    [Fact]
    public void A_review_of_the_week_does_not_melt_two_events()
    {
        var review = Report.Profile(Report.Body(Report.Release, Fallen), "Dua Kejadian Pekan Ini di Garut");

        var placement = _matcher.Place(Report.Article(3, review), [Report.Article(1, Whole), Report.Article(2, Stranger)], NewId);

        Assert.Equal(2, placement.Moves.Count);
        Assert.False(placement.Moves.ContainsKey(Report.Id(1)) && placement.Moves.ContainsKey(Report.Id(2)));
    }

    [Fact]
    public void An_article_whose_text_became_another_leaves_its_story_and_the_story_keeps_its_id()
    {
        StoryArticle[] known = [Report.Article(1, Whole, Report.Id(500)), Report.Article(2, First, Report.Id(500))];

        var placement = _matcher.Place(Report.Article(3, Stranger, Report.Id(500)), known, NewId);

        Assert.Equal(new Dictionary<Guid, Guid?> { [Report.Id(3)] = null }, placement.Moves);
        Assert.Empty(placement.Redirects);
    }

    [Fact]
    public void Pinned_articles_stay_where_an_editor_put_them()
    {
        StoryArticle[] known = [Report.Article(1, Stranger, Report.Id(500), pinned: true), Report.Article(2, Whole, Report.Id(500), pinned: true), Report.Article(3, Whole, Report.Id(501), pinned: true)];

        var placement = _matcher.Place(Report.Article(4, First), known, NewId);

        Assert.Equal([Report.Id(4)], placement.Moves.Keys);
        Assert.Empty(placement.Redirects);
    }

    [Fact]
    public void A_pinned_story_takes_up_an_older_one()
    {
        StoryArticle[] known = [Report.Article(1, Whole, Report.Id(501), pinned: true), Report.Article(2, First, Report.Id(500))];

        var placement = _matcher.Place(Report.Article(3, Whole), known, NewId);

        Assert.Equal(Report.Id(501), placement.Redirects[Report.Id(500)]);
        Assert.All(placement.Moves.Values, story => Assert.Equal(Report.Id(501), story));
    }

    [Fact]
    public void Stories_too_large_to_sort_are_joined_and_not_torn()
    {
        var known = Enumerable.Range(1, StoryMatcher.LargestSorted + 1).Select(i => Report.Article(i, i == 7 ? Stranger : Whole, Report.Id(500))).ToList();

        Assert.Equal([Report.Id(300)], _matcher.Place(Report.Article(300, First), known, NewId).Moves.Keys);
    }

    [Fact]
    public void Every_order_of_arrival_comes_to_the_same_stories()
    {
        StoryProfile[] profiles = [Whole, First, Last, Report.Profile(Report.Own, "Goresan Cat Hijau"), Stranger, Report.Profile(Report.Release, "Judul Lain")];
        for (var seed = 0; seed < 20; seed++)
        {
            var order = Enumerable.Range(1, profiles.Length).ToArray();
            new Random(seed).Shuffle(order);
            var known = new Dictionary<Guid, StoryArticle>();
            foreach (var number in order)
            {
                var arrival = Report.Article(number, profiles[number - 1]);
                var linked = _matcher.Linked(arrival, known.Values).Select(l => l.StoryId).ToHashSet();
                var neighbours = known.Values.Where(k => _matcher.Linked(arrival, [k]).Count > 0 || (k.StoryId is not null && linked.Contains(k.StoryId))).ToList();
                var placement = _matcher.Place(arrival, neighbours, NewId);
                known.Add(arrival.Id, arrival);
                foreach (var (id, story) in placement.Moves)
                {
                    known[id] = known[id] with { StoryId = story };
                }
            }

            Assert.Null(known[Report.Id(5)].StoryId);
            Assert.Single(known.Values.Where(k => k.Id != Report.Id(5)).Select(k => k.StoryId).Distinct());
        }
    }

    private Guid NewId() => Report.Id(_next++);
}

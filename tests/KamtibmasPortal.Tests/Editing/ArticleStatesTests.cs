using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>The states of an article, the steps between them, and who may take which.</summary>
public sealed class ArticleStatesTests
{
    private static readonly DateTime Now = new(2024, 1, 10, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void There_are_six_steps_and_no_others()
    {
        var steps = Enum.GetValues<ReviewState>().SelectMany(from => Enum.GetValues<ReviewState>().Where(to => In(from).CanBecome(to)).Select(to => $"{from}>{to}"));

        Assert.Equal(["Pending>Published", "Pending>Rejected", "Published>Pending", "Published>Withdrawn", "Rejected>Pending", "Withdrawn>Published"], steps);
    }

    [Fact]
    public void What_an_editor_found_sensitive_is_published_only_after_the_mark_was_lifted()
    {
        var article = In(ReviewState.Published);

        article.ConfirmSensitive(Now);
        Assert.Equal((ReviewState.Pending, false), (article.State, article.TryPublish()));
        article.LiftSensitive(Now);

        Assert.True(article.TryPublish());
    }

    [Theory]
    [InlineData(Trust.Publish, false, ReviewState.Published, WaitReasons.None)]
    [InlineData(Trust.Publish, true, ReviewState.Pending, WaitReasons.Sensitive | WaitReasons.LowConfidence)]
    [InlineData(Trust.Review, false, ReviewState.Pending, WaitReasons.SourceReview | WaitReasons.LowConfidence)]
    public void Birth_follows_trust_and_what_the_law_protects(Trust trust, bool sensitive, ReviewState state, WaitReasons waiting)
    {
        var article = New();
        article.IsSensitive = sensitive;
        article.Enter(trust);

        Assert.Equal((state, waiting), (article.State, article.Waiting));
        Assert.Equal(state is ReviewState.Pending ? article.FirstSeenAt : null, article.WaitingSince);
    }

    [Fact]
    public void What_is_decided_waits_no_more_and_what_is_returned_waits_anew()
    {
        var article = In(ReviewState.Rejected);
        Assert.Equal((0, null), (article.Urgency, article.WaitingSince));

        Assert.True(article.TryReturn(Now.AddDays(1)));

        Assert.Equal((true, Now.AddDays(1)), (article.Urgency > 0, article.WaitingSince));
    }

    [Fact]
    public void A_contributor_proposes_an_editor_decides_an_administrator_erases()
    {
        ArticleAct[] all = Enum.GetValues<ArticleAct>();
        ArticleAct[] everybody = [ArticleAct.Read, ArticleAct.Propose, ArticleAct.Add];

        Assert.Equal(everybody, all.Where(a => ArticleRights.May(r => r == EditorRoles.Contributor, a)));
        Assert.Equal(all.Where(a => a is not (ArticleAct.Erase or ArticleAct.ApplyRule)), all.Where(a => ArticleRights.May(r => r == EditorRoles.Editor, a)));
        Assert.Equal(all, all.Where(a => ArticleRights.May(r => r == EditorRoles.Administrator, a)));
        Assert.DoesNotContain(all, a => ArticleRights.May(_ => false, a));
        Assert.Equal((Trust.Review, Trust.Publish, Trust.Review), (ArticleRights.OfAdded(r => r == EditorRoles.Contributor, Trust.Publish), ArticleRights.OfAdded(r => r == EditorRoles.Editor, Trust.Publish), ArticleRights.OfAdded(r => r == EditorRoles.Editor, Trust.Review)));
    }

    private static Article In(ReviewState state)
    {
        var article = New();
        article.Enter(state is ReviewState.Pending or ReviewState.Rejected ? Trust.Review : Trust.Publish);
        Assert.True(state switch { ReviewState.Rejected => article.TryReject(), ReviewState.Withdrawn => article.TryWithdraw("Salah orang", Now), _ => true });
        Assert.Equal(state, article.State);
        return article;
    }

    private static Article New() => new() { Id = Guid.NewGuid(), SourceId = Guid.NewGuid(), Key = "a", Publisher = "Humas", Title = "Ronda", Summary = "Ronda.", Body = "Ronda.", ContentSha256 = "", FirstSeenAt = Now };
}

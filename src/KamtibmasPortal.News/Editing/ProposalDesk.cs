using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>Contributors propose changes; an editor takes or declines them.</summary>
public sealed class ProposalDesk(PortalDbContext db, DeskStore store, AuditTrail trail, TimeProvider clock)
{
    /// <summary>A draft that was checked waits for an editor. It does not make the forms of others old.</summary>
    public async Task<ChangeAnswer> ProposeAsync(Guid articleId, ArticleDraft draft, string contributor, CancellationToken cancellation)
    {
        // Whatever has changed meanwhile, the proposal waits: an editor sees it beside the article as it is then.
        for (var attempt = 0; ; attempt++)
        {
            if (await db.Articles.AsNoTracking().Where(a => a.Id == articleId).Select(a => (Guid?)a.Version).FirstOrDefaultAsync(cancellation) is not { } version)
            {
                return ChangeAnswer.NotFound;
            }

            var proposal = new Proposal { Id = Guid.CreateVersion7(clock.GetUtcNow()), ArticleId = articleId, At = clock.GetUtcNow().UtcDateTime, Editor = contributor, Draft = draft };
            var answer = await store.ChangeAsync(articleId, version, contributor, hand =>
            {
                hand.KeepsVersion = true;
                hand.Rows.Add(proposal);
                hand.Article.Propose(hand.Now);
                return true;
            }, trail.Entry(contributor, DeskActs.Propose, articleId.ToString(), proposal.Id.ToString()), cancellation);
            if (answer is not ChangeAnswer.Outdated || attempt == 3)
            {
                return answer;
            }
        }
    }

    /// <summary>Takes a proposal over into the article, or declines it.</summary>
    public async Task<ChangeAnswer> DecideAsync(Guid articleId, Guid seen, Guid proposalId, bool accepts, string editor, CancellationToken cancellation)
    {
        if (await db.Proposals.FirstOrDefaultAsync(p => p.Id == proposalId && p.ArticleId == articleId, cancellation) is not { } proposal)
        {
            return ChangeAnswer.NotFound;
        }

        return await store.ChangeAsync(articleId, seen, editor, hand =>
        {
            if (proposal.State is not ProposalState.Open || (accepts && !DraftChange.Apply(hand, proposal.Draft)))
            {
                return false;
            }

            proposal.Decide(accepts, editor, hand.Now);
            return hand.Step(a =>
            {
                a.SettleProposal(hand.Now);
                return true;
            });
        }, trail.Entry(editor, accepts ? DeskActs.AcceptProposal : DeskActs.DeclineProposal, articleId.ToString(), $"{proposalId} {proposal.Editor}"), cancellation);
    }
}

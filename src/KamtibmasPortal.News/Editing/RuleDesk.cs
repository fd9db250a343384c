using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>What became of an act on a change of the rules.</summary>
public enum RuleAnswer
{
    Done, NotFound,

    /// <summary>Where the change stands does not allow it.</summary>
    Refused,

    /// <summary>The rules have changed since the preview.</summary>
    Outdated,

    /// <summary>It would give a tag to too much of the archive.</summary>
    TooBroad,

    /// <summary>Another change is being applied or undone.</summary>
    Busy,

    /// <summary>A later change lies over the same row: that one is undone first.</summary>
    Covered,
}

/// <summary>Editors' acts on the rules: proposed, previewed, applied and undone; each is audited. What takes long is left to <see cref="RuleJob"/>.</summary>
public sealed class RuleDesk(PortalDbContext db, RuleBook book, AuditTrail trail, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public CheckedRule Check(RuleProposal proposal) => new RuleCheck(book.Current, DateOnly.FromDateTime(Now.AddHours(7))).Check(proposal);

    /// <summary>Keeps a proposal that was checked; its preview is to be made.</summary>
    /// <returns>Its id; null when the check finds fault.</returns>
    public async Task<Guid?> ProposeAsync(RuleProposal proposal, string editor, CancellationToken cancellation)
    {
        await book.ReadAsync(cancellation);
        if (Check(proposal) is not { Faults.Count: 0 } found)
        {
            return null;
        }

        var change = new RuleChange
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Table = proposal.Table,
            Key = found.Key,
            Before = book.Current.Rows.Find(proposal.Table, found.Key)?.ToList(),
            After = found.Cells?.ToList(),
            At = Now,
            Editor = editor,
            Note = string.IsNullOrWhiteSpace(proposal.Note) ? null : proposal.Note.Trim(),
        };
        change.TryPreview(await db.Articles.CountAsync(cancellation));
        db.RuleChanges.Add(change);
        db.AuditEntries.Add(Entry(change, RuleActs.Draft, editor));
        await db.SaveChangesAsync(cancellation);
        return change.Id;
    }

    /// <summary>The preview is made anew.</summary>
    public Task<RuleAnswer> PreviewAsync(Guid id, CancellationToken cancellation) => ActAsync(id, async change =>
        change.TryPreview(await db.Articles.CountAsync(cancellation)) ? RuleAnswer.Done : RuleAnswer.Refused, cancellation);

    /// <summary>The change holds from now on: for what comes in at once, for the archive as the job goes through it.</summary>
    public Task<RuleAnswer> ApplyAsync(Guid id, string editor, CancellationToken cancellation) => ActAsync(id, async change =>
    {
        var active = await RuleBook.ActiveAsync(db, cancellation);
        if (change.State is not RuleState.Previewed)
        {
            return RuleAnswer.Refused;
        }

        if (change.Rules != RuleSet.MarkOf(active))
        {
            return RuleAnswer.Outdated;
        }

        if (change.Effect.IsTooBroad)
        {
            return RuleAnswer.TooBroad;
        }

        var place = await db.RuleChanges.MaxAsync(c => c.Place, cancellation) + 1;
        if (await IsBusyAsync(cancellation) || !change.TryApply(place, await db.Articles.CountAsync(cancellation), Now))
        {
            return RuleAnswer.Busy;
        }

        await HoldAsync(change, RuleSet.With([.. active, change]), RuleActs.Apply, editor, cancellation);
        return RuleAnswer.Done;
    }, cancellation);

    /// <summary>The change holds no more: the tags it made are put back as they were, article by article.</summary>
    public Task<RuleAnswer> UndoAsync(Guid id, string editor, CancellationToken cancellation) => ActAsync(id, async change =>
    {
        var active = await RuleBook.ActiveAsync(db, cancellation);
        if (change.State is not RuleState.Applied)
        {
            return RuleAnswer.Refused;
        }

        if (active.Exists(c => c.Table == change.Table && c.Key == change.Key && c.Place > change.Place))
        {
            return RuleAnswer.Covered;
        }

        if (await IsBusyAsync(cancellation) || !change.TryUndo(await db.Articles.CountAsync(cancellation), Now))
        {
            return RuleAnswer.Busy;
        }

        await HoldAsync(change, RuleSet.With(active.FindAll(c => c.Id != id)), RuleActs.Undo, editor, cancellation);
        return RuleAnswer.Done;
    }, cancellation);

    /// <summary>A change that was never applied, or is undone, is put away.</summary>
    public Task<RuleAnswer> DiscardAsync(Guid id, string editor, CancellationToken cancellation) => ActAsync(id, change =>
    {
        if (!change.TryDiscard())
        {
            return Task.FromResult(RuleAnswer.Refused);
        }

        db.AuditEntries.Add(Entry(change, RuleActs.Discard, editor));
        return Task.FromResult(RuleAnswer.Done);
    }, cancellation);

    private Task<bool> IsBusyAsync(CancellationToken cancellation) => db.RuleChanges.AnyAsync(c => c.State == RuleState.Applying || c.State == RuleState.Undoing, cancellation);

    /// <summary>Names that pages show change with the rules; everything that was made ready with the old ones is old.</summary>
    private async Task HoldAsync(RuleChange change, RuleSet rules, string act, string editor, CancellationToken cancellation)
    {
        await RuleTables.WriteAsync(db, rules, change.Table, change.Key, cancellation);
        db.AuditEntries.Add(Entry(change, act, editor));
        db.Touch(PortalDbContext.Everything);
    }

    private async Task<RuleAnswer> ActAsync(Guid id, Func<RuleChange, Task<RuleAnswer>> act, CancellationToken cancellation)
    {
        using var turn = await db.WriteTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            if (await db.RuleChanges.FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } change)
            {
                return RuleAnswer.NotFound;
            }

            var answer = await act(change);
            if (answer is RuleAnswer.Done)
            {
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                await book.ReadAsync(cancellation);
            }

            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            return RuleAnswer.Busy;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private AuditEntry Entry(RuleChange change, string act, string editor)
    {
        var undone = act == RuleActs.Undo;
        return trail.Entry(editor, act, change.Id.ToString(), $"{change.Table}: {change.Key}", Written(undone ? change.After : change.Before), Written(undone ? change.Before : change.After));
    }

    private static string? Written(List<string>? cells) => cells is null ? null : string.Join(" · ", cells.Where(c => c.Length > 0));
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useJoinWithAccount } from '../../api/entrance.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { AccountForm } from './AccountForm.tsx';
import { signInText } from './signInText.ts';

interface JoinFormProps {
  readonly code: string;
  readonly course: string;
  readonly onJoined: () => void;
}

/** A new account, and with it into the course. */
export function JoinForm({ code, course, onJoined }: JoinFormProps) {
  const join = useJoinWithAccount(onJoined);
  const [email, setEmail] = useState('');
  const [studentNumber, setStudentNumber] = useState('');
  return (
    <AccountForm
      failure={join.isError && <ErrorPanel error={join.error} title={signInText.notJoined} />}
      button={signInText.joinCourse(course)}
      isPending={join.isPending}
      onSubmit={(account) =>
        join.mutate({
          code,
          ...account,
          ...(email.trim() !== '' && { email: email.trim() }),
          ...(studentNumber.trim() !== '' && { studentNumber: studentNumber.trim() }),
        })
      }
    >
      <TextInput
        label={signInText.email}
        description={signInText.optional}
        type="email"
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={signInText.studentNumber}
        description={signInText.optional}
        value={studentNumber}
        onChange={(event) => setStudentNumber(event.currentTarget.value)}
      />
    </AccountForm>
  );
}
